import { useSyncExternalStore } from "react";

// Whether the server answered last time. Not of one query: all of them share the line.
let reachable = true;
const listeners = new Set<() => void>();

export function tellReach(now: boolean) {
  if (now !== reachable) {
    reachable = now;
    listeners.forEach(tell => { tell(); });
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};

/** False from the first request that got no answer to the next that did. */
export const useReachable = () => useSyncExternalStore(subscribe, () => reachable);
