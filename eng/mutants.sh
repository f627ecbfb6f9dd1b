#!/usr/bin/env bash
# mutants.sh: breaks one rule after the other on purpose, in a copy of the checkout, and holds that the simulation's checkers notice.
# ONLY=NN plays one of tests/mutants, ONLY="NN NN" several; SEEDS and HOURS bound the search for each.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
seeds="${SEEDS:-60}"
hours="${HOURS:-24}"
eng/setup.sh run

copy="$(mktemp -d "${TMPDIR:-/tmp}/rappel-mutants.XXXXXX")"
trap 'rm -rf "$copy"' EXIT
trap 'exit 143' TERM INT
# As it is now, committed or not; a file that was deleted is left out.
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do [ -e "$file" ] && printf '%s\0' "$file"; done | xargs -0 cp --parents -t "$copy"
mkdir -p "$copy/artifacts"

# compile PROJECT ARGUMENTS...: in the copy; what the compiler says is shown only where it fails.
compile() {
  (cd "$copy" && dotnet build "$1" -c Release -v quiet -nologo -p:RunAnalyzers=false "${@:2}" >artifacts/build.log 2>&1) && return
  grep -E "error" "$copy/artifacts/build.log" | sort -u | head -n 5 >&2 || tail -n 5 "$copy/artifacts/build.log" >&2
  return 1
}

sane="$copy/artifacts/sane"
play="$copy/artifacts/play"
simulate() { timeout --kill-after=10 900 dotnet "$1/Rappel.Simulation.dll" mutants "${@:2}"; }

compile tests/Rappel.Simulation/Rappel.Simulation.csproj || fail "the simulation does not build"
cp -r "$copy/tests/Rappel.Simulation/bin/Release/net10.0" "$sane"

if [ -z "${ONLY:-}" ]; then
  log="$copy/artifacts/none.log"
  simulate "$sane" none "${SANE_SEEDS:-8}" "$hours" >"$log" 2>&1 || { tail -n 20 "$log"; fail "the engine as it is breaks a rule: there is no telling what a mutant breaks"; }
  echo "unmutated: no violation in $(wc -w <<<"$(seq "${SANE_SEEDS:-8}")") seeds of $hours h"
fi

began=$SECONDS
caught=0
survived=()
row='%-40s %-34s %8s %9s %9s\n'
printf "$row" mutant "caught by" seed "played s" "built s"
files=(tests/mutants/*.txt)
if [ -n "${ONLY:-}" ]; then
  files=()
  for number in $ONLY; do files+=(tests/mutants/"$(printf %02d "$((10#$number))")"-*.txt); done
fi
for file in "${files[@]}"; do
  name="$(basename "$file" .txt)"
  source="$(sed -n 's/^file: //p' "$file" | head -n 1)"
  project="$(cut -d/ -f1-2 <<<"$source")"
  simulate "$sane" apply "$file" "$copy" || fail "$name cannot be applied"
  start=$SECONDS
  # Only the project that changed: bodies of methods change, and nothing that others see of them.
  compile "$project" --no-restore --no-dependencies || fail "$name does not build"
  built=$((SECONDS - start))
  cp "$source" "$copy/$source"
  rm -rf "$play"
  cp -r "$sane" "$play"
  cp "$copy/$project/bin/Release/net10.0/$(basename "$project").dll" "$play/"
  log="$copy/artifacts/$name.log"
  simulate "$play" hunt "$file" "$seeds" "$hours" >"$log" 2>&1 || true
  # A run that dies or hangs says nothing on its last line, and has caught nothing.
  IFS=$'\t' read -r verdict by seed took < <(tail -n 1 "$log")
  if [ "$verdict" = caught ]; then
    caught=$((caught + 1))
  else
    survived+=("$name")
    [ "$verdict" = survived ] || { by="the run ended without a word"; seed=-; took=-; }
    by="NOBODY ($by)"
    [ -z "${VERBOSE:-}" ] || tail -n 20 "$log"
  fi
  printf "$row" "$name" "$by" "$seed" "$took" "$built"
  [ -z "${ONLY:-}" ] || cat "$log"
done

echo
echo "mutants: $caught caught, ${#survived[@]} survived, in $((SECONDS - began)) s"
[ "${#survived[@]}" = 0 ] || fail "the simulation does not notice: ${survived[*]}"
