import { useSyncExternalStore } from "react";
import { serverNow } from "../api/clock";

const PERIOD = 1_000;

// One timer for everything on the page that counts.
const listeners = new Set<() => void>();
let now = serverNow();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  if (listeners.size === 0) {
    now = serverNow();
    timer = setInterval(() => {
      now = serverNow();
      listeners.forEach(tell => { tell(); });
    }, PERIOD);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The time by the server's clock, second by second. In milliseconds. */
export const useNow = () => useSyncExternalStore(subscribe, () => now);
