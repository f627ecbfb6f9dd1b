import { describe, expect, it } from "vitest";
import { dayAfter, span } from "./periods";

const now = new Date(2026, 0, 3, 15);
const chosen = { first: "2026-02-01", last: "2026-02-28" };

describe("a period", () => {
  it.each([
    ["today", "2026-01-03", "2026-01-04"],
    ["yesterday", "2026-01-02", "2026-01-03"],
    ["week", "2025-12-28", "2026-01-04"],
    ["month", "2026-01-01", "2026-02-01"],
    ["last-month", "2025-12-01", "2026-01-01"],
    ["year", "2026-01-01", "2027-01-01"],
    ["days", "2026-02-01", "2026-03-01"],
  ] as const)("%s goes from its first day to the one after its last", (period, from, to) => {
    expect(span(period, now, chosen)).toEqual({ from, to });
  });

  it("goes over the end of a leap year's February", () => {
    expect(dayAfter("2028-02-28")).toBe("2028-02-29");
    expect(dayAfter("2028-02-29")).toBe("2028-03-01");
  });
});
