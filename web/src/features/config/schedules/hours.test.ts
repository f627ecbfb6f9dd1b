import { describe, expect, it } from "vitest";
import { overlap, readHours, readTime, writeHours, writeTime } from "./hours";

describe("hours", () => {
  it("reads hours of a day", () => {
    expect(readHours({ hours: "08:00-17:30" })).toEqual({ from: 480, to: 1050, treatment: 0 });
  });

  it("reads a treatment", () => {
    expect(readHours({ hours: "8:05 - 9:00", treatment: 3 })).toEqual({ from: 485, to: 540, treatment: 3 });
  });

  it("reads hours past midnight as ending in the next day", () => {
    expect(readHours({ hours: "22:00-02:00" })).toEqual({ from: 1320, to: 1560, treatment: 0 });
  });

  it("takes midnight for the end of the day", () => {
    expect(readHours({ hours: "18:00-24:00" })?.to).toBe(1440);
    expect(readHours({ hours: "18:00-00:00" })?.to).toBe(1440);
  });

  it.each(["08:00", "08:00-08:00", "25:00-26:00", "24:00-01:00", "closed", "${HOURS}", "08:00-09:61"])(
    "does not guess what %s means",
    (hours) => {
      expect(readHours({ hours })).toBeNull();
    },
  );

  it.each([7, -1, "${TREATMENT}", 1.5, 0])("knows no treatment %s", (treatment) => {
    expect(readHours({ hours: "08:00-09:00", treatment })).toBeNull();
  });

  it.each(["08:00-17:30", "00:00-24:00", "22:00-02:00", "23:59-00:01"])("writes %s as it was", (hours) => {
    const stretch = readHours({ hours, treatment: 2 });
    expect(stretch && writeHours(stretch)).toEqual({ hours, treatment: 2 });
  });

  it("writes no treatment for open hours", () => {
    expect(writeHours({ from: 0, to: 60, treatment: 0 })).toEqual({ hours: "00:00-01:00" });
  });

  it("allows 24:00 only as an end", () => {
    expect(readTime("24:00")).toBeNull();
    expect(readTime("24:00", true)).toBe(1440);
    expect(writeTime(1440)).toBe("24:00");
    expect(writeTime(1500)).toBe("01:00");
  });

  it("lets hours touch without overlapping", () => {
    const morning = { from: 480, to: 720, treatment: 0 } as const;
    expect(overlap(morning, { from: 720, to: 900, treatment: 0 })).toBe(false);
    expect(overlap(morning, { from: 719, to: 900, treatment: 0 })).toBe(true);
  });
});
