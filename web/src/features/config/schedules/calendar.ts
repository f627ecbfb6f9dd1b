/** A day as the configuration writes it: `2026-12-25`. */
export type IsoDate = string;

function iso(date: Date): IsoDate {
  return date.toISOString().slice(0, 10);
}

/** Dates are reckoned in UTC, where every day has 24 hours: they stand for the calendar alone. */
function utc(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month, day));
}

/** The weeks of a month, Monday first, filled up with the days before and after. */
export function weeksOf(year: number, month: number): IsoDate[][] {
  const first = utc(year, month, 1);
  const start = 1 - ((first.getUTCDay() + 6) % 7);
  const length = utc(year, month + 1, 0).getUTCDate();
  const weeks: IsoDate[][] = [];
  for (let day = start; day <= length; day += 7) {
    weeks.push(Array.from({ length: 7 }, (_, offset) => iso(utc(year, month, day + offset))));
  }
  return weeks;
}

/** The day `count` days on. */
export function plusDays(date: IsoDate, count: number): IsoDate {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + count);
  return iso(moved);
}

/** The same day of another month, or that month's last day. */
export function plusMonths(date: IsoDate, count: number): IsoDate {
  const from = new Date(`${date}T00:00:00Z`);
  const month = from.getUTCMonth() + count;
  const last = utc(from.getUTCFullYear(), month + 1, 0).getUTCDate();
  return iso(utc(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), last)));
}

export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && iso(date) === text;
}

/** `Friday, December 25, 2026` in a language. */
export function longDate(date: IsoDate, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

export function monthName(year: number, month: number, language: string): string {
  return new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(utc(year, month, 1));
}
