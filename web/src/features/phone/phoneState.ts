import type { Ending, LineEvent } from "./line";
import type { MicrophoneProblem } from "./microphone";

/** Of the phone to the server. `refused`: the server does not take it. */
export type Link = "off" | "connecting" | "ready" | "lost" | "refused";

export interface PhoneCall {
  way: "in" | "out";
  /** `rings`: here; `answering`: the microphone is being opened; `calling`, `rings-there`: before the other side answers. */
  state: "rings" | "answering" | "calling" | "rings-there" | "talking";
  /** The other side's, as its phone told it. */
  number: string;
  name: string | null;
  muted: boolean;
  /** The other side's sound, once there is any. */
  sound: MediaStream | null;
}

/** Everything a page shows of the phone. */
export interface PhoneState {
  link: Link;
  /** SIP's word for a refusal: 403, 404. */
  refusal: number | null;
  call: PhoneCall | null;
  /** How the last call came to its end; null from the next one on. */
  ending: Ending | null;
  microphone: MicrophoneProblem | null;
}

export type PhoneEvent =
  | LineEvent
  | { kind: "off" }
  | { kind: "calls"; number: string }
  | { kind: "answers" }
  | { kind: "mutes"; muted: boolean }
  | { kind: "microphone"; problem: MicrophoneProblem | null };

export const silentPhone: PhoneState = { link: "off", refusal: null, call: null, ending: null, microphone: null };

const newCall = (way: PhoneCall["way"], state: PhoneCall["state"], number: string, name: string | null): PhoneCall =>
  ({ way, state, number, name, muted: false, sound: null });

const inCall = (state: PhoneState, change: Partial<PhoneCall>): PhoneState =>
  (state.call ? { ...state, call: { ...state.call, ...change } } : state);

/** What the phone is after an event. */
export function nextPhone(state: PhoneState, event: PhoneEvent): PhoneState {
  switch (event.kind) {
    case "off": return { ...silentPhone, microphone: state.microphone };
    // A refused phone tries again in silence: what is told stays until it was taken.
    case "connecting": return state.link === "refused" ? state : { ...state, link: state.link === "lost" ? "lost" : "connecting" };
    case "ready": return { ...state, link: "ready", refusal: null };
    case "lost": return state.link === "off" ? state : { ...state, link: "lost" };
    case "refused": return { ...state, link: "refused", refusal: event.status };
    case "rings": return { ...state, ending: null, call: newCall("in", "rings", event.number, event.name) };
    case "calls": return { ...state, ending: null, call: newCall("out", "calling", event.number, null) };
    case "answers": return inCall(state, { state: "answering" });
    case "rings-there": return state.call?.state === "calling" ? inCall(state, { state: "rings-there" }) : state;
    case "talks": return inCall(state, { state: "talking" });
    case "sounds": return inCall(state, { sound: event.stream });
    case "mutes": return inCall(state, { muted: event.muted });
    case "ended": return { ...state, call: null, ending: event.ending };
    case "microphone": return { ...state, microphone: event.problem };
  }
}
