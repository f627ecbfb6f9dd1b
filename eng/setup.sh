#!/usr/bin/env bash
# Makes a fresh Debian machine ready; says nothing where nothing is to do. Safe to run again and from several checkouts at once.
#   eng/setup.sh run    what the server needs
#   eng/setup.sh test   what the tests and the demo need besides
#   eng/setup.sh count  what counting instructions needs besides
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
purpose="${1:-test}"

command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing: install dotnet-sdk-10.0 and put dotnet on the PATH"
dotnet --list-sdks | grep -q '^10\.' || fail "the .NET 10 SDK is missing (dotnet --list-sdks shows none): install dotnet-sdk-10.0"
command -v node >/dev/null || fail "Node is missing: install nodejs 20.19 or later"
command -v npm >/dev/null || fail "npm is missing: it comes with Node, or install npm"

# tool:package; a package is asked for only where its tool is not there.
wanted=(espeak-ng:espeak-ng)
[ "$purpose" = test ] && wanted+=(sipp:sip-tester baresip:baresip-core chromium:chromium)
[ "$purpose" = count ] && wanted+=(valgrind:valgrind)
missing=()
for pair in "${wanted[@]}"; do
  command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
done

# The server programs of PostgreSQL are not on the PATH. Its package also begins a server of its own on this machine; the tests use another.
[ "$purpose" = test ] && ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && missing+=(postgresql)

# Schedules are told in time zones by name.
[ -e /usr/share/zoneinfo/America/Toronto ] || missing+=(tzdata)

install_packages() {
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    # With a terminal sudo may ask for the password; without one it must not wait for it.
    local how=(sudo); [ -t 0 ] || how=(sudo -n)
    command -v sudo >/dev/null && "${how[@]}" true 2>/dev/null && as_root=("${how[@]}") \
      || fail "these Debian packages are missing and installing them needs root: apt-get install ${missing[*]}"
  fi
  command -v apt-get >/dev/null || fail "not a Debian machine: install these by hand: ${missing[*]}"
  echo "installing ${missing[*]}" >&2
  local log="artifacts/apt.$$.log" apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
  { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null \
    || { tail -n 20 "$log" >&2; fail "could not install ${missing[*]}"; }
  rm -f "$log"
}

if [ "${#missing[@]}" -gt 0 ]; then
  # One installation at a time on this machine, whatever checkout asks.
  exec 8>"${TMPDIR:-/tmp}/rappel-setup.$(id -u).lock"
  flock 8
  install_packages
  exec 8>&-
fi

# Restore only where a project file, the versions or the place of the checkout changed.
stamp="$( { echo "$root"; git ls-files -co --exclude-standard -- '*.csproj' '*.slnx' 'Directory.*' 'eng/*.targets' global.json 2>/dev/null \
  || find . -name '*.csproj' -not -path './artifacts/*'; } | sort | while read -r f; do [ -f "$f" ] && sha256sum "$f" || echo "$f"; done \
  | sha256sum | cut -d' ' -f1)"
exec 9>artifacts/restore.lock
flock 9
if [ "$(cat artifacts/restore.stamp 2>/dev/null)" != "$stamp" ] || [ ! -f src/Rappel.Server/obj/project.assets.json ]; then
  log="artifacts/restore.$$.log"
  rm -f artifacts/no-compile-ahead
  unset CompileAhead
  if ! dotnet restore Rappel.slnx -v quiet >"$log" 2>&1 </dev/null; then
    # The compiler to machine code makes the start faster and nothing else: the rest has to be there.
    if grep -qi crossgen "$log" && CompileAhead=false dotnet restore Rappel.slnx -v quiet >>"$log" 2>&1 </dev/null; then
      echo "the package that compiles ahead (crossgen2) is not to be had: the server will start more slowly" >&2
      touch artifacts/no-compile-ahead
    else
      tail -n 20 "$log" >&2
      fail "could not restore the packages"
    fi
  fi
  rm -f "$log"
  echo "$stamp" >artifacts/restore.stamp
fi
