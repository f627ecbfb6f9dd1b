#!/usr/bin/env bash
# What the server costs. Everything is built in Release first.
#   eng/bench.sh             the table of goals, the pieces, and requests accepted durably: about twenty minutes
#   eng/bench.sh table       the table of goals: a whole server on one core, its load on another
#   eng/bench.sh PART...     parts of the table: queue held agent overload bridged ready pause events sim
#   eng/bench.sh WORD...     the pieces whose name contains one of the words: sip, store, media, ...
#   eng/bench.sh accept      requests accepted durably a second
#   eng/bench.sh backlog     a whole server starting with up to a million pending requests
# In the environment: RUNS=3 RATE=400 HOLD=1500 HELD=3000 WAITING=10000 BRIDGED=1500 PAUSE_SECONDS=60 CEILING=; and for `queue` and `held`
# of any other SIP server TARGET=HOST:PORT, PID= of its process for its processor time and memory, NUMBER= to dial.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
eng/setup.sh test
build bench/Rappel.Bench/Rappel.Bench.csproj tests/Rappel.Simulation/Rappel.Simulation.csproj
exec dotnet bench/Rappel.Bench/bin/Release/net10.0/Rappel.Bench.dll "$@"
