import type { ReportAsked } from "../../api/reports";

export const periods = ["today", "yesterday", "week", "month", "last-month", "year", "days"] as const;
export type Period = (typeof periods)[number];

export const intervals = ["none", "15m", "hour", "day", "week", "month"] as const;
export type Interval = (typeof intervals)[number];

/** A day as an input of dates has it. */
export function dateText(day: Date) {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The day so many days after. */
export function dayAfter(text: string, days = 1) {
  const [year = 0, month = 1, day = 1] = text.split("-").map(Number);
  return dateText(new Date(year, month - 1, day + days));
}

/** First day and the day after the last, by the calendar of `now`. */
export function span(period: Period, now: Date, chosen: { first: string; last: string }): Required<Pick<ReportAsked, "from" | "to">> {
  const at = (year: number, month: number, day: number) => dateText(new Date(year, month, day));
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  switch (period) {
    case "today": return { from: at(year, month, day), to: at(year, month, day + 1) };
    case "yesterday": return { from: at(year, month, day - 1), to: at(year, month, day) };
    case "week": return { from: at(year, month, day - 6), to: at(year, month, day + 1) };
    case "month": return { from: at(year, month, 1), to: at(year, month + 1, 1) };
    case "last-month": return { from: at(year, month - 1, 1), to: at(year, month, 1) };
    case "year": return { from: at(year, 0, 1), to: at(year + 1, 0, 1) };
    case "days": return { from: chosen.first, to: dayAfter(chosen.last) };
  }
}

/** What is shown until another interval is chosen. */
export const usualInterval = (period: Period): Interval =>
  period === "today" || period === "yesterday" ? "hour" : period === "year" ? "month" : "day";
