import { pointerSteps } from "../../../app/places";
import type { Change, Json } from "../../../api/types";

/** A step on the way from an object to what changed in it. */
export type Step =
  /** A field; `scope` names its words: `inboundQueues.members.skill`. */
  | { kind: "field"; name: string; scope: string }
  /** An item of a list, from 1. */
  | { kind: "item"; number: number }
  /** What people named: a date, a variable. */
  | { kind: "name"; name: string }
  /** An exit of a script object. */
  | { kind: "exit"; name: string };

/** Fields whose parts are named by people or by the calendar, not by the forms. */
const named = new Set(["weekly", "exceptions", "variables", "headers"]);

/** The way from the object to the place a pointer names; empty where that is the object itself. */
export function trailOf(section: Change["section"], pointer: string): Step[] {
  const steps = pointerSteps(pointer).slice(section === "tenant" ? 1 : 2);
  const scope: string[] = [section];
  return steps.flatMap((step, index): Step[] => {
    if (step === "exits") return [];
    if (steps[index - 1] === "exits") return [{ kind: "exit", name: step }];
    if (/^\d+$/.test(step) && index > 0 && !named.has(steps[index - 1] ?? "")) return [{ kind: "item", number: Number(step) + 1 }];
    if (named.has(steps[index - 1] ?? "")) return [{ kind: "name", name: step }];
    scope.push(step);
    return [{ kind: "field", name: step, scope: scope.join(".") }];
  });
}

/** One difference as it is shown: where, and what it was and is. */
export interface Difference {
  pointer: string;
  trail: Step[];
  before?: Json;
  after?: Json;
  /** Where it stood before it was moved. */
  from?: Step[];
}

function isMap(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The differences of an object; one of the object as a whole is told field by field. */
export function differencesOf({ section, fields }: Pick<Change, "section" | "fields">): Difference[] {
  return fields.flatMap(({ pointer, before, after, from }): Difference[] => {
    const trail = trailOf(section, pointer);
    const moved = from ? { from: trailOf(section, from) } : {};
    if (trail.length > 0 || !(isMap(before) || isMap(after))) return [{ pointer, trail, ...told("before", before), ...told("after", after), ...moved }];
    const [left, right] = [isMap(before) ? before : {}, isMap(after) ? after : {}];
    const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return names.map((name) => ({
      pointer: `${pointer}/${name}`, trail: trailOf(section, `${pointer}/${name}`), ...told("before", left[name]), ...told("after", right[name]),
    }));
  });
}

/** A side that is not set is absent; the server writes null. */
function told<Side extends "before" | "after">(side: Side, value: Json | undefined): { [side in Side]?: Json } {
  return (value === undefined || value === null ? {} : { [side]: value }) as { [side in Side]?: Json };
}
