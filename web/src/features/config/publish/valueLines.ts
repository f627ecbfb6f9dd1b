import type { Json } from "../../../api/types";

/** Words that values are told with. */
export interface ValueWords {
  yes: string;
  no: string;
  none: string;
  /** `Skill` for `skill` and the like; the name itself where there is no word. */
  label: (name: string) => string;
  /** `Skill: 8` as the language has it. */
  pair: (label: string, value: string) => string;
  /** A script object in one line. */
  scriptObject: (value: { [name: string]: Json }) => string;
}

const mostLines = 12;
const mask = "••••••••";

function isMap(value: Json): value is { [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inline(value: Json, words: ValueWords): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (value === null) return words.none;
  if (Array.isArray(value)) return value.length === 0 ? words.none : value.map((item) => inline(item, words)).join("; ");
  if (!isMap(value)) return String(value);
  if (typeof value.type === "string") return words.scriptObject(value);
  if (typeof value.hours === "string") return value.treatment === undefined ? value.hours : `${value.hours} (#${inline(value.treatment, words)})`;
  return Object.entries(value).map(([name, inner]) => words.pair(words.label(name), isSecret(name) ? mask : inline(inner, words))).join(", ");
}

/** Names that the forms call secrets. */
const isSecret = (name: string) => ["password", "secret"].includes(name);

/** A value as lines to read: an item a line, secrets never. */
export function valueLines(name: string, value: Json | undefined, words: ValueWords): string[] {
  if (value === undefined) return [];
  if (isSecret(name)) return [mask];
  // Headers carry keys to other people's servers.
  if (name === "headers") return isMap(value) ? Object.keys(value).map((header) => words.pair(header, mask)) : [mask];
  if (Array.isArray(value) && value.some((item) => typeof item === "object")) {
    const lines = value.map((item) => inline(item, words));
    return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), `… +${String(lines.length - mostLines)}`];
  }
  if (isMap(value) && typeof value.type !== "string" && typeof value.hours !== "string") {
    return Object.entries(value).map(([field, inner]) => inline({ [field]: inner }, words));
  }
  return [inline(value, words)];
}
