/** How a call came to its end, in a word that a page has a sentence for. */
export type Ending = "over" | "cancelled" | "busy" | "no-answer" | "declined" | "unknown-number" | "unavailable" | "lost" | "failed";

/** What happens on a line. */
export type LineEvent =
  | { kind: "connecting" }
  | { kind: "ready" }
  /** The connection went; the line comes back by itself. */
  | { kind: "lost" }
  /** The server does not take this phone. Tried again all the same: it may be set up meanwhile. */
  | { kind: "refused"; status: number }
  /** `answersItself`: the server asks for it; nobody need touch anything. */
  | { kind: "rings"; number: string; name: string | null; answersItself?: boolean }
  | { kind: "rings-there" }
  | { kind: "talks" }
  | { kind: "sounds"; stream: MediaStream }
  | { kind: "ended"; ending: Ending };

export type TellLine = (event: LineEvent) => void;

/** A phone line with at most one call: all that the application knows of SIP. What happens comes as events. */
export interface PhoneLine {
  /** Connects and registers; from then on it comes back by itself, whatever becomes of the network or the server. */
  start(): void;
  /** Ends the call, unregisters and is gone. */
  stop(): void;
  /** Looks at once whether the connection is alive, instead of waiting until it is missed. */
  check(): void;
  call(number: string, microphone: MediaStream): void;
  answer(microphone: MediaStream): void;
  /** Ends the call, takes it back, or declines it. */
  hangUp(): void;
  /** Sends one of 0-9, * and # as a telephone event (RFC 4733). */
  press(key: string): void;
  setMuted(muted: boolean): void;
  /** Goes on with another microphone in the middle of a call. */
  useMicrophone(microphone: MediaStream): void;
}

/** Where and as whom a line registers: what `GET /phone` says. */
export interface PhoneAccount {
  /** `1001`, `user-marie`, `customer-15145550123`. */
  user: string;
  /** `sip:1001@host` */
  uri: string;
  /** Path of the WebSocket, on this server. */
  webSocket: string;
}
