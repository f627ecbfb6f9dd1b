import { describe, expect, it } from "vitest";
import { longestEnd, preview, strokeOf } from "./drag";
import { paint, readWeek, writeWeek } from "./week";

const none = readWeek({}).week;
const nine = { from: 540, to: 720, treatment: 0 } as const;

describe("a stroke", () => {
  it("takes in every step it touches, upwards or downwards", () => {
    const down = strokeOf({ kind: "paint", day: "monday", at: 487, now: 591, brush: 0 }, 30);
    expect(down).toMatchObject({ from: 480, to: 600 });
    expect(strokeOf({ kind: "paint", day: "monday", at: 591, now: 487, brush: 0 }, 30)).toEqual(down);
  });

  it("is one step long where the pointer stood still", () => {
    expect(strokeOf({ kind: "paint", day: "monday", at: 480, now: 480, brush: 0 }, 30)).toMatchObject({ from: 480, to: 510 });
  });

  it("may run past midnight, but not through a whole day from where it began", () => {
    expect(strokeOf({ kind: "paint", day: "monday", at: 1320, now: 1560, brush: 0 }, 30)?.to).toBe(1560);
    expect(strokeOf({ kind: "paint", day: "monday", at: 60, now: 2000, brush: 0 }, 30)?.to).toBe(1470);
  });

  it("can cover the whole day", () => {
    expect(strokeOf({ kind: "paint", day: "monday", at: 0, now: 1440, brush: 0 }, 30)).toMatchObject({ from: 0, to: 1440 });
  });

  it("moves an edge and leaves at least a step", () => {
    expect(strokeOf({ kind: "from", day: "monday", index: 0, stretch: nine, at: 540, now: 2000 }, 15)?.from).toBe(705);
    expect(strokeOf({ kind: "to", day: "monday", index: 0, stretch: nine, at: 720, now: 0 }, 15)?.to).toBe(555);
    expect(strokeOf({ kind: "to", day: "monday", index: 0, stretch: nine, at: 720, now: 723 }, 15)).toBeNull();
  });

  it("moves the whole with its length", () => {
    const stroke = strokeOf({ kind: "move", day: "monday", index: 0, stretch: nine, at: 600, now: 660 }, 15);
    expect(stroke).toMatchObject({ from: 600, to: 780 });
  });

  it("is seen before it ends", () => {
    const week = preview(none, { kind: "paint", day: "monday", at: 480, now: 600, brush: 2 }, 30);
    expect(writeWeek({ week, unread: {} })).toEqual({ monday: [{ hours: "08:00-10:00", treatment: 2 }] });
  });

  it("wipes with the brush for closed", () => {
    const week = preview(paint(none, "monday", 0, 1440, 0), { kind: "paint", day: "monday", at: 0, now: 480, brush: "closed" }, 30);
    expect(writeWeek({ week, unread: {} })).toEqual({ monday: [{ hours: "08:00-24:00" }] });
  });

  it("never ends when it begins, but for the whole day", () => {
    expect(longestEnd(0, 15)).toBe(1440);
    expect(longestEnd(480, 15)).toBe(480 + 1425);
  });
});
