import { days, type Day } from "./week";

// The first of January 2024 was a Monday.
function dayName(day: Day, language: string, style: "long" | "short"): string {
  const date = new Date(Date.UTC(2024, 0, 1 + days.indexOf(day)));
  return new Intl.DateTimeFormat(language, { weekday: style, timeZone: "UTC" }).format(date);
}

export const longDay = (day: Day, language: string) => dayName(day, language, "long");

export const shortDay = (day: Day, language: string) => dayName(day, language, "short");
