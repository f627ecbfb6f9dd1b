#!/usr/bin/env bash
# sim.sh SEED HOURS: a whole contact centre on virtual time. A long run is cut into stretches, played on all cores.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
eng/setup.sh run
build tests/Rappel.Simulation/Rappel.Simulation.csproj
exec dotnet tests/Rappel.Simulation/bin/Release/net10.0/Rappel.Simulation.dll --seed "${1:?seed}" --hours "${2:?hours}"
