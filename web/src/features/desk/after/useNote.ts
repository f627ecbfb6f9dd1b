import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useDesk } from "../DeskContext";

/** Milliseconds after the last key that what was written is kept. */
const SETTLED = 700;

/**
 * What the agent writes about a call. It is kept as they write, and where the card goes or the page is left: nothing is lost by a call that
 * ends, a wrap-up whose time is up, or a page that is loaded again.
 * @param kept What the server has.
 */
export function useNote(kept: string | null) {
  const { deeds } = useDesk();
  const [note, setNote] = useState(kept ?? "");
  const sent = useRef(kept ?? "");
  const save = useEffectEvent(() => {
    if (note === sent.current) return;
    sent.current = note;
    deeds.changeWrapUp({ note });
  });
  useEffect(() => {
    const timer = setTimeout(() => { save(); }, SETTLED);
    return () => { clearTimeout(timer); };
  }, [note]);
  useEffect(() => {
    const leave = () => { save(); };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
  /** What is not kept yet, for a change that it goes with. */
  const take = () => {
    if (note === sent.current) return {};
    sent.current = note;
    return { note };
  };
  return { note, setNote, take };
}
