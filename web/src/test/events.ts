import { vi } from "vitest";
import type { Topic } from "../api/eventLine";

/** A line to the server's events that a test speaks on. */
export class FakeEvents extends EventTarget {
  static all: FakeEvents[] = [];
  readonly url: string;
  closed = false;
  onopen: (() => void) | undefined;
  onerror: (() => void) | undefined;

  constructor(url: string) {
    super();
    this.url = url;
    FakeEvents.all.push(this);
  }

  /** The line that is open, or the last there was. */
  static get last() {
    const last = FakeEvents.all.at(-1);
    if (!last) throw new Error("nobody listens");
    return last;
  }

  close() { this.closed = true; }

  open() { this.onopen?.(); }

  break() { this.onerror?.(); }

  tell(topic: Topic | "resync", data: unknown, id = "") {
    this.dispatchEvent(new MessageEvent(topic, { data: JSON.stringify(data), lastEventId: id }));
  }
}

/** From now on lines are fake ones. */
export function fakeEvents() {
  FakeEvents.all = [];
  vi.stubGlobal("EventSource", FakeEvents);
}
