import type { Cell, ReportColumn } from "../../api/reports";
import { currentLanguage } from "../../i18n";
import type { Interval } from "./periods";

/** 75 as "1:15", 3675 as "1:01:15". */
export function clockText(seconds: number) {
  const whole = Math.round(seconds);
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours.toLocaleString(currentLanguage())}:${two(minutes)}:${two(rest)}` : `${String(minutes)}:${two(rest)}`;
}

const forms: Record<Interval, Intl.DateTimeFormatOptions> = {
  "none": { dateStyle: "medium", timeStyle: "short" },
  "15m": { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
  "hour": { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
  "day": { weekday: "short", day: "numeric", month: "short" },
  "week": { day: "numeric", month: "short", year: "numeric" },
  "month": { month: "long", year: "numeric" },
};

/** The beginning of an interval on the clocks of the report's zone. */
export const intervalText = (at: string, interval: Interval, zone: string) =>
  new Date(at).toLocaleString(currentLanguage(), { ...forms[interval], timeZone: zone });

/** A figure as people read it; an empty text where there is nothing to tell. */
export function cellText(cell: Cell, unit: ReportColumn["unit"], interval: Interval, zone: string) {
  if (cell === null) return "";
  if (typeof cell === "string") return unit === "moment" ? intervalText(cell, interval, zone) : cell;
  switch (unit) {
    case "seconds": return clockText(cell);
    case "percent": return (cell / 100).toLocaleString(currentLanguage(), { style: "percent", maximumFractionDigits: 1 });
    default: return cell.toLocaleString(currentLanguage());
  }
}
