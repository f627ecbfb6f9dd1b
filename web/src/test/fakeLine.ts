import type { PhoneLine, TellLine } from "../features/phone/line";

/** Stands in for the line in tests: keeps what it was asked, and tells what a test says. */
export class FakeLine implements PhoneLine {
  readonly asked: string[] = [];

  constructor(readonly tell: TellLine) {}

  start() { this.asked.push("start"); }
  stop() { this.asked.push("stop"); }
  check() { this.asked.push("check"); }
  call(number: string) { this.asked.push(`call ${number}`); }
  answer() { this.asked.push("answer"); }
  hangUp() { this.asked.push("hang up"); }
  press(key: string) { this.asked.push(`press ${key}`); }
  setMuted(muted: boolean) { this.asked.push(muted ? "mute" : "unmute"); }
  useMicrophone() { this.asked.push("microphone"); }
}

/** A microphone that tells whether it is still open. */
export function fakeMicrophone() {
  const track = { enabled: true, open: true, stop() { this.open = false; } };
  const stream = { getTracks: () => [track], getAudioTracks: () => [track] } as unknown as MediaStream;
  return { stream, track };
}
