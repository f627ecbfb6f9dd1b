#!/usr/bin/env bash
# Code style, then the tidy rules.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
eng/setup.sh run
dotnet format Rappel.slnx --no-restore --verify-no-changes
build tests/Rappel.Tests/Rappel.Tests.csproj
exec dotnet tests/Rappel.Tests/bin/Release/net10.0/Rappel.Tests.dll -namespace Rappel.Tests.Tidy
