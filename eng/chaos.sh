#!/usr/bin/env bash
# chaos.sh KILLS SEED: the real server under load, killed again and again, and its promises checked. BUILT=1 where all is built already.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
if [ -z "${BUILT:-}" ]; then
  eng/setup.sh test
  build src/Rappel.Server/Rappel.Server.csproj tests/Rappel.Acceptance/Rappel.Acceptance.csproj
fi
chaos=(dotnet tests/Rappel.Acceptance/bin/Release/net10.0/Rappel.Acceptance.dll chaos "${1:?kills}" "${2:?seed}")

# A disk that can be filled and made read-only is a mount of our own, in a namespace that ends with the run: no rights are needed for it on
# Debian; in a container that forbids user namespaces root may still make one.
may_mount() { unshare "$1" sh -c 'mount -t tmpfs -o size=1m rappel-chaos "$0"' artifacts 2>/dev/null; }
for how in -rm -m; do
  if may_mount "$how"; then
    CHAOS_MAY_MOUNT=1 exec unshare "$how" "${chaos[@]}"
  fi
done

echo "!! NO DISK FULL, NO READ-ONLY DISK: this machine lets us mount nothing (unshare -rm). The run goes on without them and counts as failed." >&2
exec "${chaos[@]}"
