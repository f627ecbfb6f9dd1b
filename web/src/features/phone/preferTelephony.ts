const wanted = ["audio/PCMU", "audio/PCMA", "audio/telephone-event"];
const RATE = 8_000;

/**
 * Of a connection that will make the offer: asks for the codecs of telephony. What is sent then goes through the server as it is, and keys are pressed on the
 * same clock. A browser that cannot choose offers all it has, of which the server takes one of these.
 */
export function preferTelephony(connection: RTCPeerConnection) {
  const known = RTCRtpReceiver.getCapabilities("audio")?.codecs ?? [];
  const chosen = wanted.flatMap(type => known.filter(({ mimeType, clockRate }) => mimeType === type && clockRate === RATE));
  // The microphone's track, which is added later, fills this transceiver.
  if (chosen.length > 0) connection.addTransceiver("audio").setCodecPreferences(chosen);
}
