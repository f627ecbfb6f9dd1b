import { dayMinutes, type Stretch } from "./hours";
import { paint, replace, type Brush, type Day, type Week } from "./week";

/** A stroke under way: new hours being painted, or the edge or whole of some that are there. */
export type Drag =
  | { kind: "paint"; day: Day; at: number; now: number; brush: Brush }
  | { kind: "from" | "to" | "move"; day: Day; index: number; stretch: Stretch; at: number; now: number };

/** Furthest that a stroke runs into the next day. */
const furthest = dayMinutes + dayMinutes / 2;

function snap(minute: number, step: number): number {
  return Math.round(minute / step) * step;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** The hours a stroke comes to; null where the pointer has not gone anywhere yet. */
export function strokeOf(drag: Drag, step: number): Stretch | null {
  if (drag.kind === "paint") {
    const low = Math.floor(Math.min(drag.at, drag.now) / step) * step;
    const high = Math.ceil(Math.max(drag.at, drag.now) / step) * step;
    const from = clamp(low, 0, dayMinutes - step);
    const to = clamp(high, from + step, Math.min(furthest, from + dayMinutes - step));
    return { from, to: from === 0 && high >= dayMinutes ? Math.min(high, dayMinutes) : to, treatment: 0 };
  }
  const { from, to, treatment } = drag.stretch;
  const moved = snap(drag.now - drag.at, step);
  if (moved === 0) return null;
  if (drag.kind === "from") return { from: clamp(from + moved, 0, Math.min(to, dayMinutes) - step), to, treatment };
  if (drag.kind === "to") return { from, to: clamp(to + moved, from + step, longestEnd(from, step)), treatment };
  const start = clamp(from + moved, 0, dayMinutes - step);
  return { from: start, to: Math.min(start + to - from, longestEnd(start, step)), treatment };
}

/** The latest end of hours that begin at `from`: only the whole day ends when it begins. */
export function longestEnd(from: number, step: number): number {
  return from === 0 ? dayMinutes : from + dayMinutes - step;
}

/** The week as it looks while the stroke goes on. */
export function preview(week: Week, drag: Drag | null, step: number): Week {
  const stroke = drag && strokeOf(drag, step);
  if (!stroke) return week;
  return drag.kind === "paint"
    ? paint(week, drag.day, stroke.from, stroke.to, drag.brush)
    : replace(week, drag.day, drag.index, stroke);
}
