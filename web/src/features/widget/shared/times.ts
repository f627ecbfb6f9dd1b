import type { CallWindow, Language } from "./types";

const locales: Record<Language, string> = { en: "en-CA", fr: "fr-CA" };

const formats = (language: Language, zone: string | null, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locales[language], { ...options, ...(zone ? { timeZone: zone } : {}) });

/** The time of day. */
export const clock = (at: string, language: Language, zone: string | null) =>
  formats(language, zone, { hour: "numeric", minute: "2-digit" }).format(new Date(at));

/** The day, in words: today's and tomorrow's too. */
export function day(at: string, language: Language, zone: string | null, now = new Date()) {
  const dayOf = (moment: Date) => formats("en", zone, { year: "numeric", month: "2-digit", day: "2-digit" }).format(moment);
  const relative = new Intl.RelativeTimeFormat(locales[language], { numeric: "auto" });
  const moment = new Date(at);
  if (dayOf(moment) === dayOf(now)) return relative.format(0, "day");
  if (dayOf(moment) === dayOf(new Date(now.getTime() + 86_400_000))) return relative.format(1, "day");
  return formats(language, zone, { weekday: "long", day: "numeric", month: "long" }).format(moment);
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** From one time of day to another. */
export const span = (window: CallWindow, language: Language, zone: string | null) =>
  `${clock(window.from, language, zone)} – ${clock(window.until, language, zone)}`;

/** Windows by the day they begin on, in order. */
export function byDay(windows: CallWindow[], language: Language, zone: string | null, now = new Date()) {
  const days = new Map<string, CallWindow[]>();
  for (const window of windows) {
    const name = capital(day(window.from, language, zone, now));
    days.set(name, [...(days.get(name) ?? []), window]);
  }
  return [...days];
}

/** The zone that times are shown in, where it is not the reader's own. */
export function foreignZone(zone: string | null, language: Language) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || zone === own) return null;
  const part = formats(language, zone, { timeZoneName: "long" }).formatToParts(new Date()).find(({ type }) => type === "timeZoneName");
  return part?.value ?? zone;
}
