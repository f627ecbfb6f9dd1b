import type { LiveQueue } from "../../../api/live";

const SECOND = 1_000;

/** Whether the first in line waits longer than the queue has set itself. */
export const isLate = ({ goal, oldestPlace, waiting }: LiveQueue, now: number) =>
  Boolean(goal) && waiting > 0 && oldestPlace !== null && now - Date.parse(oldestPlace) > (goal?.withinSeconds ?? 0) * SECOND;

/** Whether fewer were answered in time today than the queue has set itself. */
export const isBelow = ({ goal }: LiveQueue, percent: number | null | undefined) =>
  Boolean(goal) && percent !== null && percent !== undefined && percent < (goal?.percent ?? 0);

/** Whether somebody waits, and nobody is there to take the call: neither free nor busy. */
export const isUnstaffed = ({ waiting, agentsLoggedIn }: LiveQueue) => waiting > 0 && agentsLoggedIn === 0;
