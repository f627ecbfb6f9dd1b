#!/usr/bin/env bash
# Code style, then the tidy rules.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
eng/setup.sh run
web_packages
npm --prefix web run --silent lint
# Style rules and analyzers run in the build, as errors; the formatter checks only what they do not: whitespace.
dotnet format whitespace Rappel.slnx --no-restore --verify-no-changes
analyze=true
build Rappel.slnx
exec dotnet tests/Rappel.Tests/bin/Release/net10.0/Rappel.Tests.dll -noColor -namespace Rappel.Tests.Tidy
