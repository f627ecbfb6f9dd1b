import type { IsoDate } from "./calendar";
import type { HoursEntry } from "./hours";
import type { Weekly } from "./week";
import { without } from "../shared/without";

/** A schedule as the configuration writes it. */
export type ScheduleValue = {
  name?: string;
  timeZone?: string;
  weekly?: Weekly;
  /** A date with no hours is closed. */
  exceptions?: Record<IsoDate, HoursEntry[]>;
};

/** The schedule with other hours on some dates; `null` gives them the hours of the week again. */
export function withExceptions(value: ScheduleValue, dates: readonly IsoDate[], hours: HoursEntry[] | null): ScheduleValue {
  const exceptions = { ...value.exceptions };
  for (const date of dates) {
    if (hours) exceptions[date] = hours;
    else Reflect.deleteProperty(exceptions, date);
  }
  const ordered = Object.entries(exceptions).sort(([first], [second]) => first.localeCompare(second));
  const rest = without(value, "exceptions");
  return ordered.length === 0 ? rest : { ...rest, exceptions: Object.fromEntries(ordered) };
}
