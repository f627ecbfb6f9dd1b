import { longestEnd } from "./drag";
import { dayMinutes, treatments, type Stretch } from "./hours";

/** What a key does to the hours that have the focus: other hours, `remove`, or null where it is no key of ours. */
export function afterKey(stretch: Stretch, key: string, shift: boolean, step: number): Stretch | "remove" | null {
  const { from, to, treatment } = stretch;
  const down = key === "ArrowDown" ? step : key === "ArrowUp" ? -step : 0;
  if (down !== 0 && shift) return { from, to: Math.max(from + step, Math.min(to + down, longestEnd(from, step))), treatment };
  if (down !== 0) {
    const start = Math.max(0, Math.min(from + down, dayMinutes - step));
    return { from: start, to: Math.min(start + to - from, longestEnd(start, step)), treatment };
  }
  if (key === "Delete" || key === "Backspace") return "remove";
  const digit = treatments.find((one) => String(one) === key);
  return digit === undefined ? null : { ...stretch, treatment: digit };
}
