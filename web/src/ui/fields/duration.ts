export const units = ["s", "min", "h"] as const;
export type Unit = (typeof units)[number];

export interface Length {
  count: number | undefined;
  unit: Unit;
}

/** `90 min` in its parts; null for what has more parts (`1 h 30 min`) or is taken from the environment. */
export function parseLength(text: string): Length | null {
  const parts = /^(\d{1,7})[ \u00a0]*(s|min|h)$/.exec(text.trim());
  return parts ? { count: Number(parts[1]), unit: parts[2] as Unit } : null;
}

export const writeLength = ({ count, unit }: Length) => (count === undefined ? undefined : `${String(count)} ${unit}`);

/** The unit of what is not set yet: that of the default, else of the least that is allowed. */
export const usualUnit = (...texts: unknown[]): Unit =>
  texts.flatMap(text => (typeof text === "string" ? (parseLength(text)?.unit ?? []) : []))[0] ?? "s";
