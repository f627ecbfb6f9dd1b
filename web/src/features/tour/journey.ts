import type { LiveAgent, LiveCallback, Interaction } from "../../api/live";

/** The steps of the first ten minutes, in their order. */
export const steps = ["call", "ask", "hang-up", "available", "accept", "answer", "talk"] as const;
export type Step = (typeof steps)[number];

/** What the server knows of the people in it. */
export interface Seen {
  agent: LiveAgent | undefined;
  /** Open and ended, newest first. */
  callbacks: LiveCallback[];
  /** Newest first. */
  interactions: Interaction[];
}

/** How far a newcomer is. */
export interface Journey {
  /** What to do now; null when all is done. */
  now: Step | null;
  /** What went another way than the tour, and how to get back: a word of tour.json. */
  aside: "taken-at-once" | "hung-up-early" | "missed" | "not-answered" | null;
}

const past: Partial<Record<LiveCallback["status"], Step>> = { dialling: "answer", connected: "talk" };

/**
 * Tells the step from what really happened since the tour began.
 * @param number The customer's.
 * @param since Milliseconds: what was before does not count.
 */
export function journeyOf({ agent, callbacks, interactions }: Seen, number: string, since: number): Journey {
  const callback = callbacks.find(one => one.number === number && Date.parse(one.requestedAt) >= since);
  if (callback) return afterAsking(callback, agent);
  const call = interactions.find(one => one.kind === "inbound" && one.caller === number && Date.parse(one.startedAt) >= since);
  if (!call) return { now: "call", aside: null };
  if (call.answeredAt) return { now: "call", aside: "taken-at-once" };
  return call.endedAt ? { now: "call", aside: "hung-up-early" } : { now: "ask", aside: null };
}

function afterAsking(callback: LiveCallback, agent: LiveAgent | undefined): Journey {
  if (callback.status === "completed") return { now: null, aside: null };
  const step = past[callback.status];
  if (step) return { now: step, aside: null };
  if (callback.endedAt) return { now: "call", aside: "missed" };
  // Taken, and the customer still hears the goodbye: nobody is dialled who is on the line.
  if (callback.heldBecause === "on-the-line") return { now: "hang-up", aside: null };
  const ready = agent !== undefined && agent.registered && ["available", "offered", "busy"].includes(agent.status);
  const aside = callback.lastOutcome === "ring-no-answer" || callback.lastOutcome === "busy" ? "not-answered" : null;
  return { now: ready || callback.status === "offering" ? "accept" : "available", aside };
}
