import { describe, expect, it } from "vitest";
import { todayIn, zonedInstant } from "./zonedInstant";

describe("a wall clock in a zone", () => {
  it.each([
    ["2026-12-25T08:00", "America/Toronto", "2026-12-25T13:00:00.000Z"],
    ["2026-07-01T08:00", "America/Toronto", "2026-07-01T12:00:00.000Z"],
    ["2026-07-01T08:00", "UTC", "2026-07-01T08:00:00.000Z"],
    ["2026-07-01T08:00", "Asia/Kolkata", "2026-07-01T02:30:00.000Z"],
    ["2026-11-01T01:30", "America/Toronto", "2026-11-01T05:30:00.000Z"],
    ["2026-11-01T03:00", "America/Toronto", "2026-11-01T08:00:00.000Z"],
    ["2026-03-08T03:30", "America/Toronto", "2026-03-08T07:30:00.000Z"],
    ["2026-03-08T12:00", "America/Toronto", "2026-03-08T16:00:00.000Z"],
  ])("%s in %s", (local, zone, instant) => {
    expect(zonedInstant(local, zone)).toBe(instant);
  });

  it("is nothing where the zone or the time makes no sense", () => {
    expect(zonedInstant("2026-12-25T08:00", "Mars/Olympus")).toBeNull();
    expect(zonedInstant("soon", "UTC")).toBeNull();
  });
});

describe("today", () => {
  const late = new Date("2026-12-25T02:00:00Z");

  it("is the zone's own date", () => {
    expect(todayIn("America/Toronto", late)).toBe("2026-12-24");
    expect(todayIn("UTC", late)).toBe("2026-12-25");
  });

  it("is this browser's where the zone is unknown", () => {
    expect(todayIn("Mars/Olympus", late)).toMatch(/^2026-12-2[45]$/);
  });
});
