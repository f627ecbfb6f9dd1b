import { useEffect } from "react";
import { useBlocker } from "react-router";

/** For navigate(): leaves a page whose changes have just been saved, or were given up knowingly, without being asked. */
export const unasked = { state: { unasked: true } };

const isUnasked = (state: unknown) => typeof state === "object" && state !== null && "unasked" in state;

/** Holds back leaving a page whose changes are not saved; the blocker says whether somebody is trying to. */
export function useUnsavedGuard(dirty: boolean) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) =>
    dirty && currentLocation.pathname !== nextLocation.pathname && !isUnasked(nextLocation.state));
  useEffect(() => {
    if (!dirty) return undefined;
    const hold = (event: BeforeUnloadEvent) => { event.preventDefault(); };
    window.addEventListener("beforeunload", hold);
    return () => { window.removeEventListener("beforeunload", hold); };
  }, [dirty]);
  return blocker;
}
