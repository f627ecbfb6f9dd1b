import { useState, type ReactNode } from "react";
import type { Callback, Deed } from "../../../api/callbacks";
import { DeedDialog } from "./DeedDialog";
import { mayDo } from "./mayDo";

interface Asking {
  deed: Deed;
  callbacks: Callback[];
}

/** Opens the dialog of a deed. @returns what opens it, and the dialog to draw. */
export function useDeedDialog(onDone?: (done: string[]) => void): [(deed: Deed, callbacks: readonly Callback[]) => void, ReactNode] {
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = (done: string[]) => {
    setAsking(null);
    if (done.length > 0) onDone?.(done);
  };
  return [
    (deed, callbacks) => { setAsking({ deed, callbacks: callbacks.filter(callback => mayDo(deed, callback)) }); },
    asking && <DeedDialog key={asking.deed} deed={asking.deed} callbacks={asking.callbacks} onClose={close} />,
  ];
}
