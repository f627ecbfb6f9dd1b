# Sourced by the scripts beside it. Every path is inside this checkout, so several checkouts may run at once.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
mkdir -p artifacts

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
# A compiler or build node left running would hold our output pipe open, and whoever reads it to its end would wait for ever.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

fail() { echo "error: $*" >&2; exit 1; }

source eng/web.sh

# build PROJECT...: Release, quietly; what the compiler says is shown only where it fails.
build() {
  local project log="artifacts/build.$$.log"
  # Set-up found no package of the compiler to machine code.
  [ ! -e artifacts/no-compile-ahead ] || export CompileAhead=false
  for project in "$@"; do
    if ! dotnet build "$project" -c Release --no-restore -v quiet -nologo -p:RunAnalyzers="${analyze:-false}" >"$log" 2>&1; then
      grep -E "error|warn" "$log" | sort -u >&2 || cat "$log" >&2
      rm -f "$log"
      fail "$project does not build"
    fi
  done
  rm -f "$log"
}
