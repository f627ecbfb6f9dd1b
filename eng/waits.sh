#!/usr/bin/env bash
# waits.sh SEED: what the estimators of the expected wait tell, held against what comes of it.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
eng/setup.sh run
build tests/Rappel.Simulation/Rappel.Simulation.csproj
exec dotnet tests/Rappel.Simulation/bin/Release/net10.0/Rappel.Simulation.dll waits "${1:?seed}"
