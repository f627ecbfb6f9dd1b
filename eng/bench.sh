#!/usr/bin/env bash
# A short benchmark of the hot paths.
#   eng/bench.sh            all of them: about three minutes
#   eng/bench.sh WORD...    those whose name contains one of the words: sip, store, media, ...
#   eng/bench.sh accept     requests accepted durably a second
#   eng/bench.sh backlog    a whole server starting with up to a million pending requests
#   eng/bench.sh queue held   a whole server under SIPp: parts of the table of goals (RUNS=3 RATE=400 HOLD=1500 HELD=3000;
#                             TARGET=HOST:PORT for another server, with PID= for its processor time and NUMBER= for what to dial)
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
case " $* " in *" queue "* | *" held "*) eng/setup.sh test ;; *) eng/setup.sh run ;; esac
build bench/Rappel.Bench/Rappel.Bench.csproj
exec dotnet bench/Rappel.Bench/bin/Release/net10.0/Rappel.Bench.dll "$@"
