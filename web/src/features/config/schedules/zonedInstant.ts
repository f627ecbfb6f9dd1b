/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
  }).formatToParts(new Date(moment));
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - Math.floor(moment / 1000) * 1000;
}

/**
 * The moment (ISO, UTC) of a wall clock `2026-12-25T08:00` in a zone; null where either makes no sense. Of a time that happens twice,
 * the first; a time that clocks skip is as far after the gap as it was into it.
 */
export function zonedInstant(local: string, zone: string): string | null {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  try {
    // The offset a day before is the one in force before any change that is near.
    const before = asUtc - offsetAt(asUtc - 86_400_000, zone);
    const guess = offsetAt(before, zone) === offsetAt(asUtc - 86_400_000, zone) ? before : asUtc - offsetAt(before, zone);
    return new Date(guess).toISOString();
  } catch {
    return null;
  }
}

/** Today's date on a zone's clocks; on this browser's where the zone is not known. */
export function todayIn(zone: string | undefined, now: Date): string {
  const format = (timeZone?: string) =>
    new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", ...(timeZone ? { timeZone } : {}) }).format(now);
  try {
    return format(zone);
  } catch {
    return format();
  }
}
