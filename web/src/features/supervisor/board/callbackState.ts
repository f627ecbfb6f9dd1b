import type { TFunction } from "i18next";
import type { LiveCallback } from "../../../api/live";
import type { Tone } from "../../../ui/Tag";
import { lengthInWords, windowInWords } from "../../../ui/words";

const tones: Record<string, Tone> = {
  "held-by-hand": "warn", "held-on-the-line": "warn", "held-fault": "bad", connected: "good", dialling: "warn", offering: "warn",
};

const pends = ({ status }: LiveCallback) => status === "waiting" || status === "delayed";

/** True where the customer asked for another time, which has not come. */
export const isLater = ({ window }: LiveCallback, now: Date) => window !== null && Date.parse(window.from) > now.getTime();

/** What to call its state: what keeps it from being dialled says more than that it waits. */
export function shownStatus(callback: LiveCallback, now: Date): string {
  if (callback.heldBecause !== null && pends(callback)) return `held-${callback.heldBecause}`;
  return callback.status === "delayed" && isLater(callback, now) ? "later" : callback.status;
}

export const toneOf = (status: string): Tone => tones[status] ?? "plain";

/** How the last attempt ended, when the next one is, what was wished, for whom it is kept. */
export function detailsOf(callback: LiveCallback, now: Date, agentNames: ReadonlyMap<string, string>, t: TFunction<"board">): string[] {
  const { lastOutcome, dueAt, window, assignedAgent, status } = callback;
  const due = dueAt !== null && status === "delayed" && !isLater(callback, now);
  return [
    pends(callback) && lastOutcome ? t(`outcomes.${lastOutcome}`) : "",
    due ? t("callbacks.retryIn", { time: lengthInWords(Date.parse(dueAt) - now.getTime(), t) }) : "",
    window ? t("callbacks.wanted", { time: windowInWords(window, now) }) : "",
    assignedAgent ? t("callbacks.assigned", { name: agentNames.get(assignedAgent) ?? assignedAgent }) : "",
  ].filter(text => text !== "");
}
