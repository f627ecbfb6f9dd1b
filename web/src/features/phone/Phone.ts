import type { LineEvent, PhoneLine, TellLine } from "./line";
import { closeMicrophone, NoMicrophone } from "./microphone";
import { nextPhone, silentPhone, type PhoneCall, type PhoneEvent, type PhoneState } from "./phoneState";

/** Milliseconds within which a call that was asked for (dialling, watching) comes and is answered by itself. */
const EXPECTED = 20_000;

export interface PhoneParts {
  makeLine: (tell: TellLine) => PhoneLine;
  /** @throws NoMicrophone */
  openMicrophone: () => Promise<MediaStream>;
  /** Stands in where there is no microphone; null: then no call is answered or made without one. */
  silence: (() => MediaStream) | null;
}

/** A phone: the line, the microphone, and what both are doing. It is told apart from React, which only looks. */
export class Phone {
  private current = silentPhone;
  private line: PhoneLine | null = null;
  private microphone: MediaStream | null = null;
  private expectedUntil = 0;
  private readonly lookers = new Set<() => void>();

  constructor(private readonly parts: PhoneParts) {}

  get state(): PhoneState {
    return this.current;
  }

  /** What is being said here, while in a call. */
  get voice(): MediaStream | null {
    return this.microphone;
  }

  subscribe = (looker: () => void) => {
    this.lookers.add(looker);
    return () => { this.lookers.delete(looker); };
  };

  start() {
    if (this.line) return;
    const line = this.parts.makeLine(event => { if (this.line === line) this.hear(event); });
    this.line = line;
    line.start();
  }

  stop() {
    const line = this.line;
    this.line = null;
    line?.stop();
    this.release();
    this.become({ kind: "off" });
  }

  check() {
    this.line?.check();
  }

  /** The call that comes next was asked for here: it is answered by itself. */
  expectCall(now = Date.now()) {
    this.expectedUntil = now + EXPECTED;
  }

  async answer() {
    const ringing = this.current.call;
    if (ringing?.state !== "rings") return;
    this.become({ kind: "answers" });
    const microphone = await this.takeMicrophone();
    if (!this.is("answering")) this.release();
    else if (microphone) this.line?.answer(microphone);
    // Rings on: the person can allow the microphone and answer again.
    else this.become({ kind: "rings", number: ringing.number, name: ringing.name });
  }

  async call(number: string) {
    if (this.current.call || this.current.link !== "ready") return;
    this.become({ kind: "calls", number });
    const microphone = await this.takeMicrophone();
    if (!this.is("calling")) this.release();
    else if (microphone) this.line?.call(number, microphone);
    else this.become({ kind: "ended", ending: "failed" });
  }

  hangUp() {
    this.line?.hangUp();
    // Before the line knows of the call there is nothing that could end.
    if (this.current.call?.state === "calling" && this.microphone === null) this.become({ kind: "ended", ending: "cancelled" });
  }

  press(key: string) {
    if (this.current.call?.state === "talking") this.line?.press(key);
  }

  setMuted(muted: boolean) {
    if (this.current.call?.state !== "talking") return;
    this.line?.setMuted(muted);
    this.become({ kind: "mutes", muted });
  }

  /** The person chose another microphone: a call goes on with it. */
  async renewMicrophone() {
    const old = this.microphone;
    if (!old || this.current.call?.state !== "talking") return;
    const microphone = await this.takeMicrophone();
    if (!microphone) return;
    this.line?.useMicrophone(microphone);
    if (this.current.call?.muted) microphone.getAudioTracks().forEach(track => { track.enabled = false; });
    closeMicrophone(old);
  }

  private is(state: PhoneCall["state"]) {
    return this.current.call?.state === state;
  }

  private hear(event: LineEvent) {
    this.become(event);
    if (event.kind === "ended") this.release();
    if (event.kind === "rings" && (event.answersItself || Date.now() < this.expectedUntil)) {
      this.expectedUntil = 0;
      void this.answer();
    }
  }

  private async takeMicrophone(): Promise<MediaStream | null> {
    try {
      this.microphone = await this.parts.openMicrophone();
      this.become({ kind: "microphone", problem: null });
    } catch (cause) {
      this.become({ kind: "microphone", problem: cause instanceof NoMicrophone ? cause.problem : "unknown" });
      this.microphone = this.parts.silence?.() ?? null;
    }
    return this.microphone;
  }

  private release() {
    closeMicrophone(this.microphone);
    this.microphone = null;
  }

  private become(event: PhoneEvent) {
    this.current = nextPhone(this.current, event);
    this.lookers.forEach(look => { look(); });
  }
}
