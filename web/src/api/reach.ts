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

/** Told each time it changes. @returns what ends it. */
export const onReach = (listener: (reachable: boolean) => void) => subscribe(() => { listener(reachable); });

/** False from the first request that got no answer to the next that did. */
export const useReachable = () => useSyncExternalStore(subscribe, () => reachable);
