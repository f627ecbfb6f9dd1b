#!/usr/bin/env bash
# eng/phone.sh USER [udp|tcp]: an agent's phone in this terminal (baresip, without sound: it plays a recording and hears into a file).
# Press a to answer, b to hang up or refuse, q to quit. Honours SIP_PORT and AGENT_PASSWORD.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
user="${1:?usage: eng/phone.sh USER [udp|tcp]}"
transport="${2:-udp}"
command -v baresip >/dev/null || fail "baresip is missing: run eng/setup.sh test"
port="${SIP_PORT:-5060}"
own=$((52000 + (10#${user//[^0-9]/} % 1000) * 10))
folder="$root/artifacts/phones/$user"
modules="$(dirname "$(find /usr/lib -path '*baresip/modules/g711.so' -print -quit)")"
mkdir -p "$folder"
: >"$folder/contacts"
echo "<sip:$user@127.0.0.1:$port;transport=$transport>;auth_user=$user;auth_pass=${AGENT_PASSWORD:?the AGENT_PASSWORD that the server was given, or printed};regint=60;answermode=manual;audio_codecs=PCMU,PCMA" >"$folder/accounts"
cat >"$folder/config" <<CONFIG
poll_method epoll
net_interface 127.0.0.1
sip_listen 127.0.0.1:$own
audio_source aufile,/usr/share/baresip/ring.wav
audio_player none,none
audio_alert none,none
rtp_ports $((own + 2))-$((own + 9))
module_path $modules
module stdio.so
module g711.so
module aufile.so
module sndfile.so
snd_path $folder
module_app account.so
module_app menu.so
CONFIG
exec baresip -f "$folder"
