#!/usr/bin/env bash
# Builds and becomes the server, so that a signal sent here reaches it.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
eng/setup.sh run
build_web
build src/Rappel.Server/Rappel.Server.csproj
exec src/Rappel.Server/bin/Release/net10.0/rappel
