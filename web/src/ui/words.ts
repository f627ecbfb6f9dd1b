import type { TFunction } from "i18next";
import { currentLanguage } from "../i18n";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time as people say it, in its two largest units: "2 h 5 min". */
export function lengthInWords(milliseconds: number, t: TFunction<"board">) {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (large: string, n: number, small: string, rest: number) => t(`length.${large}`, { n }) + (rest > 0 ? ` ${t(`length.${small}`, { n: rest })}` : "");
  if (seconds < 1) return t("length.now");
  if (seconds < MINUTE) return t("length.second", { n: seconds });
  if (seconds < HOUR) return t("length.minute", { n: Math.floor(seconds / MINUTE) });
  return seconds < DAY
    ? two("hour", Math.floor(seconds / HOUR), "minute", Math.floor(seconds / MINUTE) % 60)
    : two("day", Math.floor(seconds / DAY), "hour", Math.floor(seconds / HOUR) % 24);
}

/** A length of time as a clock shows it: "4:05", "1:04:05". */
export function clockInWords(milliseconds: number) {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / MINUTE) % 60;
  return seconds < HOUR ? `${String(minutes)}:${two(seconds % 60)}` : `${String(Math.floor(seconds / HOUR))}:${two(minutes)}:${two(seconds % 60)}`;
}

/** A number as it is read in North America; others as they are. */
export function phoneInWords(number: string | null) {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number ?? "");
  return parts ? `+1 ${parts.slice(1, 3).join(" ")}-${parts[3] ?? ""}` : number ?? "";
}

const clock: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };
const day: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };

/** A moment by the clock of whoever looks, with the day where it is not today. */
export function momentInWords(at: string, now = new Date()) {
  const moment = new Date(at);
  const today = moment.toDateString() === now.toDateString();
  const thisYear = moment.getFullYear() === now.getFullYear();
  return moment.toLocaleString(currentLanguage(), today ? clock : { ...day, ...(thisYear ? {} : { year: "numeric" }), ...clock });
}

/** A moment in full, to the second. */
export const momentInFull = (at: string) => new Date(at).toLocaleString(currentLanguage(), { dateStyle: "medium", timeStyle: "medium" });

/** "14:00 – 15:30", with the days where they are not today or not the same. */
export function windowInWords(window: { from: string; until: string }, now: Date) {
  const [from, until] = [new Date(window.from), new Date(window.until)];
  const end = from.toDateString() === until.toDateString() ? until.toLocaleString(currentLanguage(), clock) : momentInWords(window.until, from);
  return `${momentInWords(window.from, now)} – ${end}`;
}
