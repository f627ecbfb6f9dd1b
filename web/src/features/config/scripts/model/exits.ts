import { loopBranch, type ScriptNode } from "./types";

/** The exits each kind of object can take, as the server's forms tell. */
export type ExitsOf = (type: string) => readonly string[];

/** An exit as the tree shows it: written in the script or not, it can be taken. */
export interface ShownExit {
  readonly name: string;
  readonly nodes: readonly ScriptNode[];
  readonly written: boolean;
}

/** Exits that are there only where they are written: a key nobody asks for is no way on. */
const isOptional = (exit: string): boolean => /^([0-9*]|#[1-6]?)$/.test(exit);

/** The exits of an object to show, in the order of its form; those that only the script knows come last. */
export function shownExits(node: ScriptNode, exitsOf: ExitsOf): ShownExit[] {
  const written = new Map((node.branches ?? []).map((branch) => [branch.name, branch.nodes]));
  const possible = node.type === "loop" ? [loopBranch] : exitsOf(node.type);
  const names = [
    ...possible.filter((exit) => written.has(exit) || !isOptional(exit)),
    ...[...written.keys()].filter((exit) => !possible.includes(exit)),
  ];
  return names.map((name) => ({ name, nodes: written.get(name) ?? [], written: written.has(name) }));
}

/** The exits that could be added. */
export function freeExits(node: ScriptNode, exitsOf: ExitsOf): string[] {
  const shown = new Set(shownExits(node, exitsOf).map((exit) => exit.name));
  return exitsOf(node.type).filter((exit) => !shown.has(exit));
}

/** The next key of a Get Digit that leads nowhere yet: 1 to 9, then 0. */
export function nextFreeKey(node: ScriptNode): string | undefined {
  const taken = new Set((node.branches ?? []).map((branch) => branch.name));
  return ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"].find((key) => !taken.has(key));
}
