import { useEffect, useRef, useState, type PointerEvent } from "react";
import { preview, type Drag } from "./drag";
import { dayMinutes } from "./hours";
import type { Week } from "./week";

/** Pixels a pointer may stray in a click. */
const clickSlack = 4;

// Drag is a union: Omit would keep only what all its kinds share.
type Begun<D> = D extends Drag ? Omit<D, "at" | "now"> : never;

/** What a column and its blocks need to be painted on. */
export interface Stroke {
  /** The week as it looks while the pointer is down. */
  shown: Week;
  begin: (event: PointerEvent, drag: Begun<Drag>) => void;
  /** True for the click that ends a stroke, which means nothing more. */
  wasStroke: () => boolean;
}

/**
 * Follows a mouse or pen from the moment it goes down on a day's column (an element with `data-column`) until it is let go.
 * Fingers scroll the page; for them a tap opens the form.
 */
export function useStroke(week: Week, step: number, onChange: (week: Week) => void): Stroke {
  const [drag, setDrag] = useState<Drag | null>(null);
  // The pointer may be let go before what it did last is drawn.
  const latest = useRef<Drag | null>(null);
  const moved = useRef(false);
  const column = useRef<DOMRect | null>(null);
  const startedAt = useRef(0);
  const active = drag !== null;

  const minuteAt = (clientY: number) => {
    const box = column.current;
    return box ? ((clientY - box.top) / box.height) * dayMinutes : 0;
  };
  const set = (next: Drag | null) => {
    latest.current = next;
    setDrag(next);
  };

  useEffect(() => {
    if (!active) return undefined;
    const follow = (event: globalThis.PointerEvent) => {
      if (Math.abs(event.clientY - startedAt.current) > clickSlack) moved.current = true;
      if (moved.current && latest.current) set({ ...latest.current, now: minuteAt(event.clientY) });
    };
    const finish = (event: globalThis.PointerEvent) => {
      follow(event);
      if (latest.current && moved.current) onChange(preview(week, latest.current, step));
      set(null);
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key === "Escape") set(null);
    };
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", finish);
    window.addEventListener("keydown", giveUp);
    return () => {
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("pointerup", finish);
      window.removeEventListener("keydown", giveUp);
    };
  }, [active, onChange, step, week]);

  return {
    shown: preview(week, drag, step),
    begin: (event, begun) => {
      moved.current = false;
      if (event.pointerType === "touch" || event.button !== 0) return;
      event.stopPropagation();
      column.current = event.currentTarget.closest("[data-column]")?.getBoundingClientRect() ?? null;
      startedAt.current = event.clientY;
      const at = minuteAt(event.clientY);
      set({ ...begun, at, now: at });
    },
    wasStroke: () => moved.current,
  };
}
