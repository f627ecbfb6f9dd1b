import { useEffect } from "react";
import { useBlocker } from "react-router";

/** Holds back leaving a page whose changes are not saved; the blocker says whether somebody is trying to. */
export function useUnsavedGuard(dirty: boolean) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!dirty) return undefined;
    const hold = (event: BeforeUnloadEvent) => { event.preventDefault(); };
    window.addEventListener("beforeunload", hold);
    return () => { window.removeEventListener("beforeunload", hold); };
  }, [dirty]);
  return blocker;
}
