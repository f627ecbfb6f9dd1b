import { dayMinutes, readHours, writeHours, type HoursEntry, type Stretch, type Treatment } from "./hours";

export const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

export type Day = (typeof days)[number];

/** Hours by the day they begin in, in order. */
export type Week = Record<Day, Stretch[]>;

export type Weekly = Partial<Record<Day, HoursEntry[]>>;

/** What a stroke of the brush leaves behind. */
export type Brush = Treatment | "closed";

const weekMinutes = dayMinutes * days.length;

/** A week that can be drawn, and the entries that cannot; those are kept as they were written. */
export interface ReadWeek {
  week: Week;
  unread: Weekly;
}

function emptyWeek(): Week {
  return Object.fromEntries(days.map((day) => [day, [] as Stretch[]])) as Week;
}

export function readWeek(weekly: Weekly | undefined): ReadWeek {
  const week = emptyWeek();
  const unread: Weekly = {};
  for (const day of days) {
    for (const entry of weekly?.[day] ?? []) {
      const stretch = readHours(entry);
      if (stretch) week[day].push(stretch);
      else unread[day] = [...(unread[day] ?? []), entry];
    }
    week[day].sort((first, second) => first.from - second.from);
  }
  return { week, unread };
}

/** Days without hours are left out. */
export function writeWeek({ week, unread }: ReadWeek): Weekly {
  const weekly: Weekly = {};
  for (const day of days) {
    const entries = [...week[day].map(writeHours), ...(unread[day] ?? [])];
    if (entries.length > 0) weekly[day] = entries;
  }
  return weekly;
}

function dayOf(minute: number): { day: Day; from: number } {
  const inWeek = ((minute % weekMinutes) + weekMinutes) % weekMinutes;
  const day = days[Math.floor(inWeek / dayMinutes)] ?? "monday";
  return { day, from: inWeek % dayMinutes };
}

/** Takes a span away from everything; Sunday's night runs into Monday's morning. */
function cut(week: Week, start: number, end: number): Week {
  const result = emptyWeek();
  const keep = (from: number, to: number, treatment: Treatment) => {
    if (to <= from) return;
    const place = dayOf(from);
    result[place.day].push({ from: place.from, to: place.from + to - from, treatment });
  };
  days.forEach((day, index) => {
    for (const stretch of week[day]) {
      let pieces = [{ from: index * dayMinutes + stretch.from, to: index * dayMinutes + stretch.to }];
      for (const shift of [-weekMinutes, 0, weekMinutes]) {
        pieces = pieces.flatMap((piece) =>
          end + shift <= piece.from || piece.to <= start + shift
            ? [piece]
            : [
                { from: piece.from, to: Math.min(piece.to, start + shift) },
                { from: Math.max(piece.from, end + shift), to: piece.to },
              ],
        );
      }
      for (const piece of pieces) keep(piece.from, piece.to, stretch.treatment);
    }
  });
  return result;
}

// A whole day can only be written 00:00-24:00: hours that end when they begin are refused.
function mayJoin(first: Stretch, second: Stretch): boolean {
  const length = second.to - first.from;
  return (
    first.to === second.from &&
    first.treatment === second.treatment &&
    (length < dayMinutes || (length === dayMinutes && first.from === 0))
  );
}

function tidy(week: Week): Week {
  const result = emptyWeek();
  for (const day of days) {
    const ordered = [...week[day]].sort((first, second) => first.from - second.from);
    for (const stretch of ordered) {
      const last = result[day].at(-1);
      if (last && mayJoin(last, stretch)) last.to = stretch.to;
      else result[day].push({ ...stretch });
    }
  }
  return result;
}

/** Paints minutes `from` to `to` of a day over whatever was there; `to` may run past midnight. */
export function paint(week: Week, day: Day, from: number, to: number, brush: Brush): Week {
  const start = days.indexOf(day) * dayMinutes + from;
  const end = start + Math.min(to - from, dayMinutes);
  const rest = cut(week, start, end);
  if (brush !== "closed") rest[day].push({ from, to: from + end - start, treatment: brush });
  return tidy(rest);
}

/** Puts other hours in the place of one stretch; what lies under the new ones gives way. */
export function replace(week: Week, day: Day, index: number, stretch: Stretch): Week {
  return paint(remove(week, day, index), day, stretch.from, stretch.to, stretch.treatment);
}

export function remove(week: Week, day: Day, index: number): Week {
  return { ...week, [day]: week[day].filter((_, at) => at !== index) };
}

/** Gives other days the hours of one; theirs are replaced. */
export function copyDay(week: Week, from: Day, to: readonly Day[]): Week {
  const copied = { ...week };
  for (const day of to) copied[day] = [];
  return to.reduce(
    (result, day) => week[from].reduce((all, s) => paint(all, day, s.from, s.to, s.treatment), result),
    copied,
  );
}

/** The first free place of a day for `length` minutes, looking from `from` on; null where the day is full. */
export function freePlace(week: Week, day: Day, from: number, length: number): Stretch | null {
  const before = days[(days.indexOf(day) + days.length - 1) % days.length] ?? "sunday";
  const carried = week[before].map((s) => ({ ...s, from: s.from - dayMinutes, to: s.to - dayMinutes }));
  const taken = [...carried, ...week[day]];
  const starts = [from, ...taken.map((s) => s.to), 0].filter((start) => start >= 0 && start < dayMinutes);
  for (const start of starts) {
    const end = Math.min(start + length, dayMinutes, ...taken.filter((s) => s.from >= start).map((s) => s.from));
    if (end > start && !taken.some((s) => s.from <= start && start < s.to)) return { from: start, to: end, treatment: 0 };
  }
  return null;
}

/** One block to draw in a day's column. */
export interface Block {
  /** The day the stretch begins in, and its index there. */
  day: Day;
  index: number;
  from: number;
  to: number;
  treatment: Treatment;
  /** True for the part of a night that belongs to the evening before. */
  carried: boolean;
}

/** What a day's column shows: its own hours up to midnight, and what the evening before carries into it. */
export function blocksOf(week: Week, day: Day): Block[] {
  const before = days[(days.indexOf(day) + days.length - 1) % days.length] ?? "sunday";
  const carried = week[before].flatMap((s, index) =>
    s.to > dayMinutes
      ? [{ day: before, index, from: 0, to: s.to - dayMinutes, treatment: s.treatment, carried: true }]
      : [],
  );
  const own = week[day].map((s, index) => ({
    day,
    index,
    from: s.from,
    to: Math.min(s.to, dayMinutes),
    treatment: s.treatment,
    carried: false,
  }));
  return [...carried, ...own];
}
