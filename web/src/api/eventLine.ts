import { onReach } from "./reach";

export const topics = ["queues", "agents", "callbacks", "work", "voicemails", "interactions", "figures", "alerts", "status"] as const;
export type Topic = (typeof topics)[number];

/** `live`: what changes is told. Otherwise it has to be asked for. */
export type LineState = "off" | "connecting" | "live" | "waiting";

interface Wish {
  topics: readonly Topic[];
  /** Whose work; one's own where it is left out. */
  agent?: string | undefined;
}

type Hear = (topic: Topic | "resync", data: unknown) => void;

// Half a second to eight: agents are back within five seconds of a restart, and hundreds of pages do not come in the same moment.
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/** A page that nobody sees holds no line after this: a browser has six for a server, for all its pages. */
const UNSEEN = 60_000;

/**
 * The one line of this page to the server's events, for all who want some. It opens while anybody does, anew when what is wanted changes,
 * and again with growing pauses when it breaks.
 */
export class EventLine {
  #wishes = new Set<Wish>();
  #listeners = new Set<() => void>();
  #source: EventSource | undefined;
  #address = "";
  #last: string | undefined;
  #pause = FIRST_PAUSE;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state: LineState = "off";
  #hear: Hear;
  #broken: () => void;
  #ends: (() => void)[];

  /** @param broken the line broke: whether the session is over is not told by it. */
  constructor(hear: Hear, broken: () => void) {
    this.#hear = hear;
    this.#broken = broken;
    const seen = () => { this.#look(); };
    document.addEventListener("visibilitychange", seen);
    this.#ends = [
      onReach(reachable => { if (reachable && this.#state === "waiting") this.#reopen(0); }),
      () => { document.removeEventListener("visibilitychange", seen); },
    ];
  }

  get state() { return this.#state; }

  /** @returns what ends it. */
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  };

  /** Wants topics until the returned is called. */
  want(wish: Wish) {
    this.#wishes.add(wish);
    this.#reopen(0);
    return () => {
      this.#wishes.delete(wish);
      // A page that is left for another that wants the same keeps the line.
      this.#reopen(0);
    };
  }

  /** For the end of a session, and of a test. */
  close() {
    this.#wishes.clear();
    this.#shut("off");
    this.#ends.forEach(end => { end(); });
  }

  #wanted() {
    const wanted = [...new Set([...this.#wishes].flatMap(wish => wish.topics))].sort();
    const agent = [...this.#wishes].find(wish => wish.agent !== undefined)?.agent;
    if (wanted.length === 0) return "";
    return new URLSearchParams({ topics: wanted.join(","), ...(agent === undefined ? {} : { agent }) }).toString();
  }

  #reopen(pause: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.#open(); }, pause);
  }

  #open() {
    const address = this.#wanted();
    if (address === this.#address && this.#source !== undefined) return;
    // Another list of topics begins with the full values; the same one goes on where it broke.
    if (address !== this.#address) this.#last = undefined;
    this.#shut(address === "" ? "off" : "connecting");
    this.#address = address;
    if (address === "") return;
    const after = this.#last === undefined ? "" : `&${new URLSearchParams({ after: this.#last }).toString()}`;
    const source = new EventSource(`/api/v1/events?${address}${after}`);
    this.#source = source;
    source.onopen = () => {
      this.#pause = FIRST_PAUSE;
      this.#tell("live");
    };
    source.onerror = () => { this.#break(); };
    for (const topic of [...topics, "resync"] as const) {
      source.addEventListener(topic, event => {
        const { data, lastEventId } = event as MessageEvent<string>;
        if (lastEventId !== "") this.#last = lastEventId;
        this.#hear(topic, JSON.parse(data));
      });
    }
  }

  // The browser would try again by itself, all pages at the same time, and not after every kind of failure.
  #break() {
    this.#shut("waiting");
    this.#broken();
    this.#reopen(this.#pause * (0.5 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }

  #shut(state: LineState) {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
    this.#tell(state);
  }

  #look() {
    if (document.visibilityState === "visible") this.#reopen(0);
    else if (![...this.#wishes].some(wish => wish.topics.includes("work"))) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => { this.#shut("off"); }, UNSEEN);
    }
  }

  #tell(state: LineState) {
    if (state === this.#state) return;
    this.#state = state;
    this.#listeners.forEach(listener => { listener(); });
  }
}
