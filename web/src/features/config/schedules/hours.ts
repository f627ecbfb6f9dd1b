/** Hours as the configuration writes them: `{ hours: "08:00-17:30", treatment: 1 }`. */
export type HoursEntry = {
  hours: string;
  treatment?: number | string;
};

/** What holds during a stretch: 0 is open, 1 to 6 are the numbered treatments. */
export type Treatment = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const treatments: readonly Treatment[] = [0, 1, 2, 3, 4, 5, 6];

/** Hours of one day in minutes. `to` is greater than `from`; beyond 1440 it is in the next day. */
export interface Stretch {
  from: number;
  to: number;
  treatment: Treatment;
}

export const dayMinutes = 24 * 60;

const timePattern = /^(\d{1,2}):(\d{2})$/;

/** Minutes since midnight of `8:05`, or null. `24:00` only where `end` allows it. */
export function readTime(text: string, end = false): number | null {
  const match = timePattern.exec(text.trim());
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  if (end && hour === 24 && minute === 0) return dayMinutes;
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** `08:05`; the day's end is `24:00`, and what is beyond it is the next day's clock. */
export function writeTime(minutes: number): string {
  const clock = minutes > dayMinutes ? minutes - dayMinutes : minutes;
  return `${String(Math.floor(clock / 60)).padStart(2, "0")}:${String(clock % 60).padStart(2, "0")}`;
}

function readTreatment(value: number | string | undefined): Treatment | null {
  if (value === undefined) return 0;
  return treatments.find((treatment) => treatment > 0 && treatment === Number(value)) ?? null;
}

/** The stretch of an entry, or null where it cannot be drawn (a mistake, or a value from the environment). */
export function readHours(entry: HoursEntry): Stretch | null {
  const ends = entry.hours.split("-");
  const treatment = readTreatment(entry.treatment);
  const from = readTime(ends[0] ?? "");
  const to = readTime(ends[1] ?? "", true);
  if (ends.length !== 2 || from === null || to === null || treatment === null || from === to) return null;
  // Midnight written 00:00 is the day's end, as 24:00 is.
  return { from, to: to <= from ? to + dayMinutes : to, treatment };
}

export function writeHours({ from, to, treatment }: Stretch): HoursEntry {
  const hours = `${writeTime(from)}-${writeTime(to)}`;
  return treatment === 0 ? { hours } : { hours, treatment };
}

/** True where two stretches of one day say two things of one minute. */
export function overlap(first: Stretch, second: Stretch): boolean {
  return first.from < second.to && second.from < first.to;
}
