import { exitKey } from "../editor/state";
import { endOf, goesOn, type SequenceEnd } from "../model/flow";
import { shownExits, type ExitsOf } from "../model/exits";
import { entries, loopBranch, type Entry, type Place, type Script, type ScriptNode } from "../model/types";

interface RowPlace {
  readonly key: string;
  /** 1 for the entries. */
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  /** Key of the row it is under; null for the entries. */
  readonly parent: string | null;
}

/** A line of the tree. `open` is null where there is nothing to open. `end` tells what comes where the flow runs out. */
export type Row = RowPlace & { readonly open: boolean | null; readonly end: SequenceEnd | null } & (
  | { readonly kind: "entry"; readonly entry: Entry; readonly count: number }
  | { readonly kind: "node"; readonly node: ScriptNode }
  | { readonly kind: "exit"; readonly holder: ScriptNode; readonly exit: string; readonly written: boolean; readonly count: number });

/** The lines that are to be seen, in order. */
export function rowsOf(script: Script, collapsed: ReadonlySet<string>, exitsOf: ExitsOf): Row[] {
  const rows: Row[] = [];
  const walk = { script, collapsed, exitsOf, rows };
  entries.forEach((entry, at) => {
    const nodes = script[entry];
    const open = nodes.length === 0 ? null : !collapsed.has(entry);
    rows.push({
      kind: "entry", key: entry, entry, count: nodes.length, level: 1, position: at + 1, setSize: entries.length, parent: null, open,
      end: nodes.length === 0 ? endOf(script, { holder: entry, branch: "" }) : null,
    });
    if (open) {
      addNodes(walk, nodes, { holder: entry, branch: "", index: 0 }, entry, 2);
    }
  });
  return rows;
}

interface Walk {
  readonly script: Script;
  readonly collapsed: ReadonlySet<string>;
  readonly exitsOf: ExitsOf;
  readonly rows: Row[];
}

function addNodes(walk: Walk, nodes: readonly ScriptNode[], place: Place, parent: string, level: number): void {
  nodes.forEach((node, at) => {
    const exits = shownExits(node, walk.exitsOf);
    const open = exits.length === 0 ? null : !walk.collapsed.has(node.id);
    const runsOut = at === nodes.length - 1 && goesOn(node, walk.exitsOf);
    walk.rows.push({
      kind: "node", key: node.id, node, level, position: at + 1, setSize: nodes.length, parent, open,
      end: runsOut ? endOf(walk.script, place) : null,
    });
    if (open) {
      addExits(walk, node, exits, level + 1);
    }
  });
}

function addExits(walk: Walk, node: ScriptNode, exits: ReturnType<typeof shownExits>, level: number): void {
  exits.forEach(({ name, nodes, written }, at) => {
    const place = { holder: node.id, branch: name, index: 0 };
    // The body of a loop is all there is to it: it needs no line of its own, unless to say that it is empty.
    if (name === loopBranch && node.type === "loop" && nodes.length > 0) {
      addNodes(walk, nodes, place, node.id, level);
      return;
    }
    const key = exitKey(node.id, name);
    const open = nodes.length === 0 ? null : !walk.collapsed.has(key);
    walk.rows.push({
      kind: "exit", key, holder: node, exit: name, written, count: nodes.length, level, position: at + 1, setSize: exits.length,
      parent: node.id, open, end: nodes.length === 0 ? endOf(walk.script, place) : null,
    });
    if (open) {
      addNodes(walk, nodes, place, key, level + 1);
    }
  });
}

/** The keys of every row that can be closed. */
export function closableRows(script: Script, exitsOf: ExitsOf): string[] {
  return rowsOf(script, new Set(), exitsOf).filter((row) => row.open !== null && row.kind !== "entry").map((row) => row.key);
}
