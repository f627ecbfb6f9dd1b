/** How far a tried call came, as the server tells it. Pointers are into the script tried, or into `script` where that is another. */
export interface TrialAnswer {
  readonly now: number;
  readonly state: "speaking" | "waiting-for-key" | "music" | "in-queue" | "forwarding" | "requesting-callback" | "asking" | "connected" | "ended";
  readonly waiting: { readonly script?: string; readonly object: string; readonly kind: string; readonly exits: readonly string[] } | null;
  /** Second at which something happens by itself next. */
  readonly deadline: number | null;
  readonly variables: Readonly<Record<string, string>>;
  readonly path: readonly { readonly at: number; readonly script?: string; readonly object: string }[];
  readonly events: readonly TrialEvent[];
  readonly problems: readonly TrialEvent[];
}

/** One thing that happened. What does not belong to its kind is absent. */
export interface TrialEvent {
  readonly at: number;
  readonly kind: string;
  readonly object: string;
  readonly script?: string;
  readonly text?: string;
  readonly language?: string;
  readonly prompt?: string;
  readonly audio?: string;
  readonly seconds?: number;
  readonly key?: string;
  readonly heard?: boolean;
  readonly exit?: string;
  readonly to?: { readonly section: string | null; readonly key: string | null; readonly number: string | null };
  readonly callback?: { readonly queue: string; readonly number: string; readonly callerId: string | null; readonly attempts: number };
  readonly change?: string;
  readonly connected?: boolean;
}

/** What is being said at the end of what was played; undefined where nothing is. */
export function sayingNow({ events, now, state }: TrialAnswer): TrialEvent | undefined {
  if (state === "ended" || state === "connected") {
    return undefined;
  }
  const last = events.findLast((event) => ["say", "stop", "music", "agent"].includes(event.kind));
  return last?.kind === "say" && last.at + (last.seconds ?? 0) > now ? last : undefined;
}

/** Exits of what waits that are told from outside: how a forward, a request or a callback ended. Keys are pressed instead. */
export function outcomesOf({ state, waiting }: TrialAnswer): readonly string[] {
  if (!waiting || !["forwarding", "requesting-callback", "asking", "in-queue"].includes(state)) {
    return [];
  }
  return state === "forwarding" ? ["answered", ...waiting.exits.filter((exit) => exit !== "answered")] : waiting.exits;
}
