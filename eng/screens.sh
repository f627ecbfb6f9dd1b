#!/usr/bin/env bash
# The pictures of every page, by day and by night, of the real server with the example.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
eng/setup.sh test
build_web
build src/Rappel.Server/Rappel.Server.csproj tests/Rappel.Acceptance/Rappel.Acceptance.csproj
exec dotnet tests/Rappel.Acceptance/bin/Release/net10.0/Rappel.Acceptance.dll screens
