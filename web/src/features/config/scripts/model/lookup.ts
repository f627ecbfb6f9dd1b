import { entries, isEntry, type Entry, type Place, type Script, type ScriptNode, type SequenceAddress } from "./types";

/** Where an object stands. `depth` counts the objects above it. */
export interface Located extends Place {
  readonly node: ScriptNode;
  readonly entry: Entry;
  readonly depth: number;
}

export type ScriptIndex = ReadonlyMap<string, Located>;

// Scripts never change once made, so each is gone through once.
const known = new WeakMap<Script, ScriptIndex>();

/** Every object of a script by its id, in the order in which they are written. */
export function indexOf(script: Script): ScriptIndex {
  let index = known.get(script);
  if (!index) {
    const all = new Map<string, Located>();
    for (const entry of entries) {
      collect(all, script[entry], entry, { holder: entry, branch: "" }, 0);
    }
    index = all;
    known.set(script, index);
  }
  return index;
}

function collect(
  all: Map<string, Located>, nodes: readonly ScriptNode[], entry: Entry, address: SequenceAddress, depth: number): void {
  nodes.forEach((node, index) => {
    all.set(node.id, { ...address, index, node, entry, depth });
    for (const branch of node.branches ?? []) {
      collect(all, branch.nodes, entry, { holder: node.id, branch: branch.name }, depth + 1);
    }
  });
}

export function find(script: Script, id: string): ScriptNode | undefined {
  return indexOf(script).get(id)?.node;
}

/** The objects of a sequence; undefined where there is no such sequence. */
export function sequenceAt(script: Script, address: SequenceAddress): readonly ScriptNode[] | undefined {
  return isEntry(address.holder)
    ? script[address.holder]
    : find(script, address.holder)?.branches?.find((branch) => branch.name === address.branch)?.nodes;
}

/** The ids of the objects around an object, the nearest first. */
export function ancestorsOf(script: Script, id: string): string[] {
  const index = indexOf(script);
  const above: string[] = [];
  for (let at = index.get(id); at && !isEntry(at.holder); at = index.get(at.holder)) {
    above.push(at.holder);
  }
  return above;
}

export function isWithin(script: Script, id: string, ancestor: string): boolean {
  return id === ancestor || ancestorsOf(script, id).includes(ancestor);
}

/** The entry a sequence belongs to. */
export function entryOf(script: Script, holder: string): Entry {
  return isEntry(holder) ? holder : indexOf(script).get(holder)?.entry ?? "main";
}

export function countObjects(script: Script): number {
  return indexOf(script).size;
}
