import { isWithin, sequenceAt } from "../model/lookup";
import { placeAfter, placeAtEnd } from "../model/edit";
import { isEntry, loopBranch, type Place, type Script } from "../model/types";
import { indexOf } from "../model/lookup";
import type { Row } from "./rows";

/** Where what is dragged would land, and how the tree shows it. */
export interface DropTarget {
  readonly place: Place;
  /** The row the mark is drawn at. */
  readonly row: number;
  readonly mark: "before" | "after" | "inside";
  readonly level: number;
}

/**
 * The target at a height of the tree, in rows (2.75 is low in the third): the upper half of an object is before it, the lower
 * half after it, or into the loop that it opens; an exit or an entry takes it as its first. Null where it may not go.
 */
export function dropTarget(script: Script, rows: readonly Row[], height: number, dragged: string): DropTarget | null {
  const at = Math.min(Math.max(Math.floor(height), 0), rows.length - 1);
  const row = rows[at];
  if (!row) {
    return null;
  }
  const target = height >= rows.length ? last(script, rows) : targetAt(script, row, at, height - at);
  const inside = target && !isEntry(target.place.holder) && isWithin(script, target.place.holder, dragged);
  return target === null || inside === true ? null : target;
}

function targetAt(script: Script, row: Row, at: number, part: number): DropTarget | null {
  if (row.kind === "entry") {
    return { place: { holder: row.entry, branch: "", index: 0 }, row: at, mark: "inside", level: row.level + 1 };
  }
  if (row.kind === "exit") {
    return { place: { holder: row.holder.id, branch: row.exit, index: 0 }, row: at, mark: "inside", level: row.level + 1 };
  }
  const place = indexOf(script).get(row.node.id);
  if (!place) {
    return null;
  }
  if (part < 0.5) {
    return { place: { holder: place.holder, branch: place.branch, index: place.index }, row: at, mark: "before", level: row.level };
  }
  const body = { holder: row.node.id, branch: loopBranch };
  if (row.node.type === "loop" && row.open && (sequenceAt(script, body)?.length ?? 0) > 0) {
    return { place: { ...body, index: 0 }, row: at, mark: "after", level: row.level + 1 };
  }
  const after = placeAfter(script, row.node.id);
  return after ? { place: after, row: at, mark: "after", level: row.level } : null;
}

function last(script: Script, rows: readonly Row[]): DropTarget {
  return { place: placeAtEnd(script, { holder: "inQueue", branch: "" }), row: rows.length - 1, mark: "after", level: 2 };
}
