#!/usr/bin/env bash
# A short benchmark of the hot paths.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
eng/setup.sh run
build bench/Rappel.Bench/Rappel.Bench.csproj
exec dotnet bench/Rappel.Bench/bin/Release/net10.0/Rappel.Bench.dll "$@"
