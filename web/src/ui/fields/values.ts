import type { Json, Value } from "../../api/types";

/** With a field set, or without it; the order of the others stays. */
export function withField<T extends Value>(record: T, name: string, value: Json | undefined): T {
  if (value !== undefined) return { ...record, [name]: value };
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== name)) as T;
}

export const withItem = <T>(items: T[], index: number, item: T) => items.map((other, at) => (at === index ? item : other));
export const withoutItem = <T>(items: T[], index: number) => items.filter((_, at) => at !== index);

/** With an item at another place; the same list where that is beyond its ends. */
export function movedItem<T>(items: T[], from: number, to: number): T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  const rest = withoutItem(items, from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
