#!/usr/bin/env bash
# Everything: unit tests (the slow ones too), the simulation of kept seeds and of new ones, five kills under load, the scenes. Ends with `N passed, N failed` alone on a line.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
analyze=true # warnings are errors here; the other targets build without, and faster
passed=0
failed=0
began=$SECONDS

section() { echo; echo "== $* ($((SECONDS - began)) s)"; }

# A signal to us reaches what we started: nothing goes on unseen.
child=
trap '[ -n "$child" ] && kill -TERM "$child" 2>/dev/null; exit 143' TERM INT

# run SECONDS COMMAND...: shows what it prints as it comes, keeps it in $log, and gives its exit code.
run() {
  local seconds="$1" viewer status=0
  shift
  : >"$log"
  timeout --kill-after=10 "$seconds" "$@" </dev/null >"$log" 2>&1 &
  child=$!
  tail -n +1 -f --pid="$child" "$log" 2>/dev/null | grep --line-buffered -vE "$boring" &
  viewer=$!
  wait "$child" || status=$?
  child=
  wait "$viewer" || true
  return "$status"
}
boring='^(xUnit|  (Discover|Start|Finish))|^Ok, passed'
log="artifacts/test.$$.log"
trap 'rm -f "$log"' EXIT

# A suite that ends without saying how it went counts as one failure: silence is no success.
finish() {
  echo
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}

section "set-up and build"
(eng/setup.sh test && build_web && build Rappel.slnx) || { failed=1; finish || exit 1; }

section "unit tests"
run 420 dotnet tests/Rappel.Tests/bin/Release/net10.0/Rappel.Tests.dll -noColor && status=0 || status=$?
totals="$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+' "$log" | tail -n 1)" || true
if [ -n "$totals" ]; then
  read -r total errors failures skipped not_run < <(grep -oE '[0-9]+' <<<"$totals" | tr '\n' ' ') || true
  passed=$((passed + total - failures - skipped - not_run))
  failed=$((failed + failures + errors))
  [ "$status" = 0 ] || [ $((failures + errors)) -gt 0 ] || { echo "the unit tests ended with $status"; failed=$((failed + 1)); }
else
  echo "the unit tests did not finish"
  failed=$((failed + 1))
fi

section "browser application: style, types, unit tests"
run 120 npm --prefix web run --silent lint || { echo "web: npm run lint complains"; failed=$((failed + 1)); }
rm -f artifacts/vitest.json
run 240 npm --prefix web run --silent test -- --reporter=default --reporter=json --outputFile.json=../artifacts/vitest.json && status=0 || status=$?
if [ -f artifacts/vitest.json ]; then
  read -r right wrong < <(node -p 'const r = JSON.parse(fs.readFileSync("artifacts/vitest.json")); `${r.numPassedTests} ${r.numFailedTests}`') || true
  passed=$((passed + right))
  failed=$((failed + wrong))
  [ "$status" = 0 ] || [ "$wrong" -gt 0 ] || { echo "the tests of web/ ended with $status"; failed=$((failed + 1)); }
else
  echo "the tests of web/ did not finish"
  failed=$((failed + 1))
fi

# simulate SECONDS ARGUMENTS...: every stretch counts as one test. What is found is printed with the line that replays it.
simulate() {
  local seconds="$1" totals clean broken
  shift
  timeout --kill-after=10 "$seconds" dotnet tests/Rappel.Simulation/bin/Release/net10.0/Rappel.Simulation.dll "$@" </dev/null >"$log" 2>&1 || true
  totals="$(grep -oE '^stretches: [0-9]+ clean, [0-9]+ with violations$' "$log" | tail -n 1)" || true
  if [ -n "$totals" ]; then
    read -r clean broken < <(grep -oE '[0-9]+' <<<"$totals" | tr '\n' ' ') || true
    passed=$((passed + clean))
    failed=$((failed + broken))
    head -n 1 "$log"
    grep -E '^(VIOLATION|replay:|violations:)' "$log" || true
  else
    failed=$((failed + 1))
    tail -n 30 "$log"
    echo "the simulation did not finish: $*"
  fi
}

section "simulation: kept seeds"
simulate 180 --kept tests/corpus/seeds/kept.txt
section "simulation: new seeds"
simulate 120 --for 60 --hours 6 --seed "$(date +%Y%m%d%H%M%S)"

section "what it allocates"
if run 120 dotnet bench/Rappel.Bench/bin/Release/net10.0/Rappel.Bench.dll check bytes; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
  echo "it allocates, keeps or sends more than bench/baseline.json says: make bench-check"
fi

section "chaos"
if run 240 env BUILT=1 eng/chaos.sh 5 1 && grep -qx 'chaos: as expected' "$log"; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
  echo "five kills did not end as they must"
fi

section "scenes"
run 420 dotnet tests/Rappel.Acceptance/bin/Release/net10.0/Rappel.Acceptance.dll demo || true
scenes="$(grep -oE '^scenes: [0-9]+ as expected, [0-9]+ different$' "$log" | tail -n 1)" || true
if [ -n "$scenes" ]; then
  read -r right wrong < <(grep -oE '[0-9]+' <<<"$scenes" | tr '\n' ' ') || true
  passed=$((passed + right))
  failed=$((failed + wrong))
else
  echo "the scenes did not finish"
  failed=$((failed + 1))
fi

finish
