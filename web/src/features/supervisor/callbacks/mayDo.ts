import type { Callback, Deed } from "../../../api/callbacks";

/** Not to several at once: each has its own. */
const singly: readonly Deed[] = ["number"];

/** Whether it makes sense now. The server decides again. */
export function mayDo(deed: Deed, { status, endedAt, heldBecause, window }: Callback): boolean {
  if (endedAt !== null) return false;
  switch (deed) {
    case "notes": return true;
    case "cancel": return status !== "connected";
    case "hold": return heldBecause === null && status !== "connected";
    case "release": return heldBecause !== null;
    case "retry": return status === "delayed" || heldBecause !== null || (status === "waiting" && window !== null);
    default: return status !== "dialling" && status !== "connected";
  }
}

/** Whether it can be done to at least one of them, or to that one. */
export const mayDoToAny = (deed: Deed, callbacks: readonly Callback[]) =>
  (callbacks.length === 1 || !singly.includes(deed)) && callbacks.some(callback => mayDo(deed, callback));
