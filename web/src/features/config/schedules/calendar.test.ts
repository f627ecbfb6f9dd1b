import { describe, expect, it } from "vitest";
import { isDate, longDate, plusDays, plusMonths, weeksOf } from "./calendar";

describe("the calendar", () => {
  it("has weeks that begin on Monday and hold the whole month", () => {
    const weeks = weeksOf(2026, 11);
    expect(weeks[0]?.[0]).toBe("2026-11-30");
    expect(weeks.at(-1)?.[6]).toBe("2027-01-03");
    expect(weeks.flat().filter((date) => date.startsWith("2026-12"))).toHaveLength(31);
  });

  it("needs four weeks where February begins on Monday", () => {
    expect(weeksOf(2027, 1)).toHaveLength(4);
  });

  it("goes on day by day over the change of the clocks and of the year", () => {
    expect(plusDays("2026-10-31", 1)).toBe("2026-11-01");
    expect(plusDays("2026-11-01", 1)).toBe("2026-11-02");
    expect(plusDays("2027-01-01", -1)).toBe("2026-12-31");
  });

  it("keeps to the month when months differ in length", () => {
    expect(plusMonths("2027-01-31", 1)).toBe("2027-02-28");
    expect(plusMonths("2026-12-15", 1)).toBe("2027-01-15");
  });

  it("knows dates that exist", () => {
    expect(isDate("2028-02-29")).toBe(true);
    expect(isDate("2026-02-29")).toBe(false);
    expect(isDate("26-02-01")).toBe(false);
  });

  it("names dates in both languages", () => {
    expect(longDate("2026-12-25", "fr")).toBe("vendredi 25 décembre 2026");
    expect(longDate("2026-12-25", "en")).toBe("Friday, December 25, 2026");
  });
});
