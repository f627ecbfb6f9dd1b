#!/usr/bin/env bash
# What the hot paths cost, in instructions, bytes, messages and commits, held against bench/baseline.json. About a minute.
#   eng/bench-check.sh [accept] [bytes] [WORD...]   accept keeps what is counted; bytes counts no instructions, which takes seconds;
#                                                   words are parts of pieces' names: sip, media, ...
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
eng/setup.sh count
build bench/Rappel.Bench/Rappel.Bench.csproj
exec dotnet bench/Rappel.Bench/bin/Release/net10.0/Rappel.Bench.dll check "$@"
