import type { Json, Value } from "../../../../api/types";

export type { Json };
export type JsonObject = Value;

/** The two entries of a script: a new call, and the treatment while a caller waits. */
export const entries = ["main", "inQueue"] as const;
export type Entry = (typeof entries)[number];

/** Where a sequence of objects stands under an object: one of its exits, or the body of a loop (named `objects`). */
export interface Branch {
  readonly name: string;
  readonly nodes: readonly ScriptNode[];
}

/**
 * One object of a script. `id` is the browser's own and stays with the object wherever it is moved; it is never sent.
 * `branches` is null where no exits are written, which is not the same as exits that are written and empty.
 */
export interface ScriptNode {
  readonly id: string;
  readonly type: string;
  readonly values: JsonObject;
  readonly branches: readonly Branch[] | null;
}

/** A script as it is edited. `values` are its fields besides the two entries. */
export interface Script {
  readonly values: JsonObject;
  readonly main: readonly ScriptNode[];
  readonly inQueue: readonly ScriptNode[];
}

/** A sequence: an entry (`branch` is then empty), or a branch of the object with the id `holder`. */
export interface SequenceAddress {
  readonly holder: string;
  readonly branch: string;
}

/** A place in a sequence, before the object that is at `index` now. */
export interface Place extends SequenceAddress {
  readonly index: number;
}

export const loopBranch = "objects";

export function isEntry(holder: string): holder is Entry {
  return holder === "main" || holder === "inQueue";
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of a value, or an empty one where it is not text. */
export function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}
