import type { Fault } from "../../../../api/problem";
import type { Problem } from "../../../../api/types";
import { pointerTo } from "../../../../app/places";
import { exitKey, rowsAround } from "./state";
import { targetOf } from "../model/pointers";
import type { Script } from "../model/types";

/** A problem at the object it is about. `field` is the way from the object: `["prompt", "0", "fr"]`. */
export interface PlacedProblem {
  readonly id: string | null;
  readonly branch: string | null;
  readonly field: readonly string[];
  readonly problem: Problem;
}

/** Finds the objects of problems while their pointers still hold: by id they stay true when objects are moved afterwards. */
export function placeProblems(script: Script, key: string, problems: readonly Problem[]): PlacedProblem[] {
  const start = pointerTo("", "scripts", key);
  return problems.filter((problem) => problem.pointer === start || problem.pointer.startsWith(`${start}/`))
    .map((problem) => ({ ...targetOf(script, problem.pointer.slice(start.length)), problem }));
}

/** How many problems a row shows: its own, and when it is closed those of all that is under it. */
export function problemCounts(script: Script, placed: readonly PlacedProblem[], collapsed: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id, branch } of placed) {
    const own = id === null ? (branch ?? "main") : branch === null ? id : exitKey(id, branch);
    const around = id === null ? [] : [...(branch === null ? [] : [id]), ...rowsAround(script, id)];
    const row = around.reverse().find((key) => collapsed.has(key)) ?? own;
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}

export const sentence = ({ message, allowed }: Problem): string => (allowed ? `${message} (${allowed})` : message);

/** The problems of an object's parameters, each at `/ID/PARAMETER`: a place that stays when the object is moved. */
export function formProblems(placed: readonly PlacedProblem[], id: string): Fault[] {
  return placed.filter((one) => one.id === id && one.branch === null)
    .map(({ field, problem }) => ({ pointer: pointerTo("", id, ...field), message: sentence(problem) }));
}

/** What is wrong with an object besides its parameters. */
export function problemsOf(placed: readonly PlacedProblem[], id: string, shownFields: readonly string[]): Problem[] {
  return placed.filter((one) => one.id === id && (one.branch !== null || one.field.length === 0 || !shownFields.includes(one.field[0] ?? "")))
    .map(({ problem }) => problem);
}
