import { useEffect, useEffectEvent } from "react";
import type { DeskAction } from "./shortcuts";

const told = new EventTarget();

/** Tells whoever on the page can do it. */
export const tellDesk = (action: DeskAction) => told.dispatchEvent(new Event(action));

/** Does what a key asks for, while the component is there. */
export function useDeskEvent(action: DeskAction, deed: () => void) {
  const act = useEffectEvent(deed);
  useEffect(() => {
    const listener = () => { act(); };
    told.addEventListener(action, listener);
    return () => { told.removeEventListener(action, listener); };
  }, [action]);
}
