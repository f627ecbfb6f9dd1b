import { scriptOf } from "./convert";
import type { Branch, Json, Script, ScriptNode } from "./types";

/**
 * The script of a value that was written elsewhere (as text), with the objects of the script before it kept where they are the
 * same: so that the selection, what is collapsed and what is drawn stay.
 */
export function reconcile(before: Script, value: Json): Script {
  const after = scriptOf(value);
  return { values: after.values, main: matchNodes(before.main, after.main), inQueue: matchNodes(before.inQueue, after.inQueue) };
}

/** Pairs equal objects first (in order), then what is between them by kind. */
function matchNodes(before: readonly ScriptNode[], after: readonly ScriptNode[]): readonly ScriptNode[] {
  const result: ScriptNode[] = [...after];
  let head = 0;
  while (head < before.length && head < after.length && same(before[head], after[head])) {
    result[head] = before[head] as ScriptNode;
    head += 1;
  }
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && same(before.at(-1 - tail), after.at(-1 - tail))) {
    result[after.length - 1 - tail] = before.at(-1 - tail) as ScriptNode;
    tail += 1;
  }
  const left = before.slice(head, before.length - tail);
  for (let at = head; at < after.length - tail; at++) {
    const node = after[at] as ScriptNode;
    const twin = left.findIndex((old) => same(old, node));
    const partner = twin >= 0 ? twin : left.findIndex((old) => old.type === node.type);
    if (partner >= 0) {
      result[at] = twin >= 0 ? (left[twin] as ScriptNode) : matchNode(left[partner] as ScriptNode, node);
      left.splice(0, partner + 1);
    }
  }
  return result;
}

function matchNode(before: ScriptNode, after: ScriptNode): ScriptNode {
  const branches = after.branches?.map((branch): Branch => ({
    name: branch.name,
    nodes: matchNodes(before.branches?.find((old) => old.name === branch.name)?.nodes ?? [], branch.nodes),
  })) ?? null;
  return { ...after, id: before.id, branches };
}

function same(before: ScriptNode | undefined, after: ScriptNode | undefined): boolean {
  return before !== undefined && after !== undefined && fingerprint(before) === fingerprint(after);
}

const fingerprints = new WeakMap<ScriptNode, string>();

function fingerprint(node: ScriptNode): string {
  let known = fingerprints.get(node);
  if (known === undefined) {
    const branches = node.branches?.map((branch) => [branch.name, ...branch.nodes.map(fingerprint)]) ?? null;
    known = JSON.stringify([node.type, sorted(node.values), branches]);
    fingerprints.set(node, known);
  }
  return known;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]))
    : value;
}
