# Sourced by the scripts beside it: the browser application.

# web_packages: installs the packages of web/, only where its lock file changed.
web_packages() {
  local log="artifacts/npm.$$.log"
  exec 6>artifacts/npm.lock
  flock 6
  # npm takes node_modules away first, and the copy inside with it: a broken installation is none.
  if ! cmp -s web/package-lock.json web/node_modules/.lock-copy; then
    npm --prefix web ci --prefer-offline --no-audit --no-fund --loglevel=error >"$log" 2>&1 </dev/null \
      || { tail -n 20 "$log" >&2; rm -f "$log"; fail "could not install the packages of web/"; }
    rm -f "$log"
    cp web/package-lock.json web/node_modules/.lock-copy
  fi
  exec 6>&-
}

# build_web: makes web/dist where any of its sources changed since it was made.
build_web() {
  local sources log="artifacts/web.$$.log"
  sources="$(cd web && { git ls-files -co --exclude-standard 2>/dev/null || find . -type f -not -path './node_modules/*' -not -path './dist/*'; } \
    | sort | xargs -r -d '\n' sha256sum 2>/dev/null | sha256sum | cut -d' ' -f1)"
  web_packages
  exec 7>artifacts/web.lock
  flock 7
  if [ "$(cat artifacts/web.stamp 2>/dev/null)" != "$sources" ] || [ ! -f web/dist/index.html ]; then
    npm --prefix web run --silent build >"$log" 2>&1 </dev/null || { cat "$log" >&2; rm -f "$log"; fail "the browser application does not build"; }
    rm -f "$log"
    echo "$sources" >artifacts/web.stamp
  fi
  exec 7>&-
}
