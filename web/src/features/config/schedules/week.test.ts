import { describe, expect, it } from "vitest";
import { blocksOf, copyDay, days, freePlace, paint, readWeek, remove, replace, writeWeek, type Week, type Weekly } from "./week";

const none = readWeek({}).week;

function written(week: Week): Weekly {
  return writeWeek({ week, unread: {} });
}

describe("a week of hours", () => {
  it("is written as it was read, days without hours left out", () => {
    const weekly: Weekly = {
      monday: [{ hours: "08:00-12:00" }, { hours: "13:00-17:00", treatment: 2 }],
      sunday: [{ hours: "22:00-06:00" }],
    };
    expect(writeWeek(readWeek(weekly))).toEqual(weekly);
  });

  it("keeps what it cannot draw", () => {
    const weekly: Weekly = { monday: [{ hours: "08:00-12:00" }, { hours: "${AFTERNOON}" }] };
    const read = readWeek(weekly);
    expect(read.week.monday).toHaveLength(1);
    expect(writeWeek(read)).toEqual(weekly);
  });

  it("takes paint", () => {
    expect(written(paint(none, "friday", 480, 720, 0))).toEqual({ friday: [{ hours: "08:00-12:00" }] });
  });

  it("joins touching hours of one kind", () => {
    const week = paint(paint(none, "friday", 480, 720, 0), "friday", 720, 900, 0);
    expect(written(week)).toEqual({ friday: [{ hours: "08:00-15:00" }] });
  });

  it("keeps touching hours of two kinds apart", () => {
    const week = paint(paint(none, "friday", 480, 720, 0), "friday", 720, 900, 1);
    expect(week.friday).toHaveLength(2);
  });

  it("is cut in two where the middle is painted over", () => {
    const week = paint(paint(none, "monday", 480, 1020, 0), "monday", 720, 780, 3);
    expect(written(week)).toEqual({
      monday: [{ hours: "08:00-12:00" }, { hours: "12:00-13:00", treatment: 3 }, { hours: "13:00-17:00" }],
    });
  });

  it("loses what is painted closed", () => {
    const week = paint(paint(none, "monday", 480, 1020, 0), "monday", 720, 780, "closed");
    expect(written(week)).toEqual({ monday: [{ hours: "08:00-12:00" }, { hours: "13:00-17:00" }] });
  });

  it("runs past midnight into the next day, whose morning gives way", () => {
    const week = paint(paint(none, "tuesday", 60, 600, 0), "monday", 1320, 1560, 1);
    expect(written(week)).toEqual({
      monday: [{ hours: "22:00-02:00", treatment: 1 }],
      tuesday: [{ hours: "02:00-10:00" }],
    });
  });

  it("runs from Sunday night into Monday morning", () => {
    const week = paint(paint(none, "monday", 0, 600, 0), "sunday", 1380, 1500, 0);
    expect(written(week)).toEqual({ monday: [{ hours: "01:00-10:00" }], sunday: [{ hours: "23:00-01:00" }] });
  });

  it("gives the morning its own hours when the middle of a night is cut out", () => {
    const week = paint(paint(none, "saturday", 1320, 1320 + 480, 0), "sunday", 0, 60, "closed");
    expect(written(week)).toEqual({ saturday: [{ hours: "22:00-24:00" }], sunday: [{ hours: "01:00-06:00" }] });
  });

  it("never makes hours that end when they begin", () => {
    const week = paint(paint(none, "monday", 480, 1440, 0), "monday", 1440 - 60, 1440 + 480, 0);
    for (const stretch of week.monday) expect(stretch.to - stretch.from).toBeLessThan(1440);
  });

  it("holds a whole day", () => {
    const week = paint(paint(none, "monday", 0, 720, 0), "monday", 720, 1440, 0);
    expect(written(week)).toEqual({ monday: [{ hours: "00:00-24:00" }] });
  });

  it("puts changed hours over their neighbours", () => {
    const week = paint(paint(none, "monday", 480, 600, 0), "monday", 720, 900, 1);
    expect(written(replace(week, "monday", 0, { from: 480, to: 780, treatment: 0 }))).toEqual({
      monday: [{ hours: "08:00-13:00" }, { hours: "13:00-15:00", treatment: 1 }],
    });
  });

  it("gives up a stretch", () => {
    expect(written(remove(paint(none, "monday", 480, 600, 0), "monday", 0))).toEqual({});
  });

  it("copies a day over others", () => {
    const week = paint(paint(none, "monday", 480, 600, 2), "tuesday", 0, 1440, 0);
    const copied = copyDay(week, "monday", ["tuesday", "friday"]);
    expect(written(copied)).toEqual({
      monday: [{ hours: "08:00-10:00", treatment: 2 }],
      tuesday: [{ hours: "08:00-10:00", treatment: 2 }],
      friday: [{ hours: "08:00-10:00", treatment: 2 }],
    });
  });

  it("copies a night to every day", () => {
    const copied = copyDay(paint(none, "monday", 1320, 1560, 0), "monday", days.slice(1));
    expect(days.every((day) => copied[day].length === 1 && copied[day][0]?.to === 1560)).toBe(true);
  });

  it("draws a night in both of its days", () => {
    const week = paint(none, "monday", 1320, 1560, 4);
    expect(blocksOf(week, "monday")).toEqual([
      { day: "monday", index: 0, from: 1320, to: 1440, treatment: 4, carried: false },
    ]);
    expect(blocksOf(week, "tuesday")).toEqual([
      { day: "monday", index: 0, from: 0, to: 120, treatment: 4, carried: true },
    ]);
  });

  it("finds a free place for new hours", () => {
    const week = paint(none, "monday", 480, 720, 0);
    expect(freePlace(week, "monday", 480, 240)).toEqual({ from: 720, to: 960, treatment: 0 });
    expect(freePlace(paint(none, "monday", 0, 1440, 0), "monday", 480, 60)).toBeNull();
    expect(freePlace(paint(none, "sunday", 1320, 1440 + 540, 0), "monday", 480, 60)?.from).toBe(540);
  });
});
