import JsSIP from "jssip";
import type { IncomingRTCSessionEvent, RTCSessionEvent, UA } from "jssip/lib/UA";
import type { RTCSession, RTCSessionEventMap } from "jssip/lib/RTCSession";
import type { Ending, PhoneAccount, PhoneLine, TellLine } from "./line";
import { preferTelephony } from "./preferTelephony";

/** Seconds before the connection is tried again, at least and at most: agents are back within five after a restart. */
const RECOVERY = { least: 1, most: 3 };
/** Milliseconds until a refused registration is tried again. */
const REFUSED_AGAIN = 5_000;
/** Milliseconds that a living server has to answer. */
const PROOF_OF_LIFE = 2_000;
/** Seconds a registration holds. */
const REGISTERED = 600;
/** No STUN, no TURN: the server is reached directly, and it is the server that has the public address. */
const PEER: RTCConfiguration = { iceServers: [], bundlePolicy: "max-bundle" };
const BUSY_HERE = 486;
/** How the server asks a phone to answer by itself, as it asks desk phones. */
const ANSWERS_ITSELF = /answer-after\s*=\s*0/;

const { causes } = JsSIP.C;
const endings: Partial<Record<string, Ending>> = {
  [causes.BYE]: "over", [causes.CANCELED]: "cancelled", [causes.BUSY]: "busy", [causes.REJECTED]: "declined", [causes.NO_ANSWER]: "no-answer",
  [causes.NOT_FOUND]: "unknown-number", [causes.ADDRESS_INCOMPLETE]: "unknown-number", [causes.UNAVAILABLE]: "unavailable",
  [causes.CONNECTION_ERROR]: "lost", [causes.RTP_TIMEOUT]: "lost", [causes.REQUEST_TIMEOUT]: "lost",
};

// The package's description leaves it out.
interface Asking { sendOptions(target: string, body: string, options: { eventHandlers: Record<string, () => void> }): void }

/** A WebSocket that can be given up before the system notices that nobody is at the other end. */
class RenewableSocket extends JsSIP.WebSocketInterface {
  declare ondisconnect: (error: boolean, code: number, reason: string) => void;

  renew() {
    this.disconnect();
    this.ondisconnect(true, 1006, "no answer");
  }
}

/** The line over SIP: RFC 7118 by JsSIP. The only file that knows of it. */
export class SipLine implements PhoneLine {
  private readonly socket: RenewableSocket;
  private readonly agent: UA;
  private session: RTCSession | null = null;
  private timers: ReturnType<typeof setTimeout>[] = [];

  constructor(private readonly account: PhoneAccount, private readonly tell: TellLine) {
    this.socket = new RenewableSocket(new URL(account.webSocket, location.href.replace(/^http/, "ws")).href);
    this.agent = new JsSIP.UA({
      sockets: [this.socket], uri: account.uri, register: true, register_expires: REGISTERED, session_timers: false, user_agent: "Rappel",
      connection_recovery_min_interval: RECOVERY.least, connection_recovery_max_interval: RECOVERY.most,
    });
    this.agent.on("connecting", () => { tell({ kind: "connecting" }); });
    this.agent.on("registered", () => {
      tell({ kind: "ready" });
      this.findPath();
    });
    this.agent.on("disconnected", () => { tell({ kind: "lost" }); });
    this.agent.on("registrationFailed", ({ response }) => {
      // Without an answer the connection went, which was told; the package's description does not know of it.
      if ((response as unknown) === null) return;
      tell({ kind: "refused", status: response.status_code });
      this.later(REFUSED_AGAIN, () => { if (this.agent.isConnected()) this.agent.register(); });
    });
    this.agent.on("newRTCSession", (event: RTCSessionEvent) => { if (isIncoming(event)) this.ring(event); });
  }

  start() { this.agent.start(); }

  stop() {
    this.timers.forEach(clearTimeout);
    this.agent.stop();
  }

  check() {
    if (!this.agent.isConnected()) return;
    const proof = this.later(PROOF_OF_LIFE, () => { this.socket.renew(); });
    const alive = () => { clearTimeout(proof); };
    (this.agent as UA & Asking).sendOptions(this.account.uri, "", { eventHandlers: { succeeded: alive, failed: alive } });
  }

  call(number: string, microphone: MediaStream) {
    if (this.session) return;
    const session = this.agent.call(number, {
      mediaStream: microphone, pcConfig: PEER, eventHandlers: { peerconnection: ({ peerconnection }) => { preferTelephony(peerconnection); this.hear(peerconnection); } },
    });
    this.follow(session);
    session.on("progress", () => { this.tell({ kind: "rings-there" }); });
  }

  answer(microphone: MediaStream) {
    this.session?.answer({ mediaStream: microphone, pcConfig: PEER });
  }

  hangUp() {
    if (this.session && !this.session.isEnded()) this.session.terminate();
  }

  press(key: string) {
    this.session?.sendDTMF(key, { transportType: JsSIP.C.DTMF_TRANSPORT.RFC2833 });
  }

  setMuted(muted: boolean) {
    if (muted) this.session?.mute({ audio: true });
    else this.session?.unmute({ audio: true });
  }

  useMicrophone(microphone: MediaStream) {
    const track = microphone.getAudioTracks()[0] ?? null;
    const sender = this.session?.connection.getSenders().find(({ track: sent }) => sent?.kind === "audio");
    void sender?.replaceTrack(track);
  }

  private ring({ session, request }: IncomingRTCSessionEvent) {
    const answersItself = ANSWERS_ITSELF.test(request.getHeader("Call-Info") ?? "");
    if (this.session && !answersItself) {
      session.terminate({ status_code: BUSY_HERE });
      return;
    }
    // The server calls nobody who is in a call: it has given that one up, and this one goes on with it.
    this.drop();
    this.follow(session);
    session.on("peerconnection", ({ peerconnection }) => { this.hear(peerconnection); });
    this.tell({ kind: "rings", number: request.from.uri.user, name: request.from.display_name || null, answersItself });
  }

  private drop() {
    const before = this.session;
    if (!before) return;
    this.session = null;
    this.tell({ kind: "ended", ending: "lost" });
    if (!before.isEnded()) before.terminate();
  }

  /** After the network has changed, audio has to find another way than the one it took (RFC 8839 §4.4.1.1). */
  private findPath() {
    const session = this.session;
    if (session?.isEstablished() && session.connection.iceConnectionState === "disconnected") session.renegotiate({ rtcOfferConstraints: { iceRestart: true } });
  }

  private follow(session: RTCSession) {
    this.session = session;
    const over: RTCSessionEventMap["ended"] = ({ cause }) => {
      if (this.session !== session) return;
      this.session = null;
      this.tell({ kind: "ended", ending: endings[cause] ?? "failed" });
    };
    session.on("ended", over);
    session.on("failed", over);
    session.on("accepted", () => { this.tell({ kind: "talks" }); });
  }

  private hear(connection: RTCPeerConnection) {
    connection.addEventListener("iceconnectionstatechange", () => { if (this.agent.isRegistered()) this.findPath(); });
    connection.addEventListener("track", ({ track, streams }) => {
      this.tell({ kind: "sounds", stream: streams[0] ?? new MediaStream([track]) });
    });
  }

  private later(milliseconds: number, deed: () => void) {
    const timer = setTimeout(() => {
      this.timers = this.timers.filter(other => other !== timer);
      deed();
    }, milliseconds);
    this.timers.push(timer);
    return timer;
  }
}

const isIncoming = (event: RTCSessionEvent): event is IncomingRTCSessionEvent => event.session.direction === "incoming";
