import { loopBranch, isEntry, type Branch, type Json, type JsonObject, type Place, type Script, type ScriptNode, type SequenceAddress } from "./types";
import { ancestorsOf, find, indexOf, isWithin, sequenceAt } from "./lookup";
import { withNewIds } from "./convert";

type ChangeNodes = (nodes: readonly ScriptNode[]) => readonly ScriptNode[];
type ChangeNode = (node: ScriptNode) => ScriptNode;

/** The script with objects put in at a place. An exit that is not written yet is written for them. */
export function insert(script: Script, place: Place, nodes: readonly ScriptNode[]): Script {
  return changeSequence(script, place, (sequence) => [...sequence.slice(0, place.index), ...nodes, ...sequence.slice(place.index)]);
}

export function remove(script: Script, id: string): Script {
  const at = indexOf(script).get(id);
  return at ? changeSequence(script, at, (sequence) => sequence.filter((node) => node.id !== id)) : script;
}

/** Moves an object with everything under it. A place within itself is refused: the script comes back as it was. */
export function move(script: Script, id: string, place: Place): Script {
  const at = indexOf(script).get(id);
  if (!at || (!isEntry(place.holder) && (!find(script, place.holder) || isWithin(script, place.holder, id)))) {
    return script;
  }

  const sameSequence = at.holder === place.holder && at.branch === place.branch;
  const index = sameSequence && at.index < place.index ? place.index - 1 : place.index;
  if (sameSequence && index === at.index) {
    return script;
  }
  return insert(remove(script, id), { ...place, index }, [at.node]);
}

/** Puts a copy of the object right after it. Answers the script and the copy's id. */
export function duplicate(script: Script, id: string): { script: Script; id: string } {
  const at = indexOf(script).get(id);
  if (!at) {
    return { script, id };
  }
  const copy = withNewIds(at.node);
  return { script: insert(script, { ...at, index: at.index + 1 }, [copy]), id: copy.id };
}

/** Puts an object into a branch of a new one, which takes its place. */
export function wrap(script: Script, id: string, wrapper: ScriptNode, branch: string): Script {
  const at = indexOf(script).get(id);
  if (!at) {
    return script;
  }
  const filled = withBranch(wrapper, branch, () => [at.node]);
  return changeSequence(script, at, (sequence) => sequence.map((node) => (node.id === id ? filled : node)));
}

/** Sets a parameter; undefined takes it away. */
export function setValue(script: Script, id: string, field: string, value: Json | undefined): Script {
  return changeNode(script, id, (node) => ({ ...node, values: withField(node.values, field, value) }));
}

/** Sets a field of the script itself, such as its name. */
export function setScriptValue(script: Script, field: string, value: Json | undefined): Script {
  return { ...script, values: withField(script.values, field, value) };
}

/** Writes an exit that is not there yet, in the order of `possible`. */
export function addExit(script: Script, id: string, exit: string, possible: readonly string[]): Script {
  return changeNode(script, id, (node) => {
    if (node.type === "loop" || node.branches?.some((branch) => branch.name === exit)) {
      return node;
    }
    return { ...node, branches: inOrder([...(node.branches ?? []), { name: exit, nodes: [] }], possible) };
  });
}

/** Takes an exit away with what is in it. The body of a loop is no exit, and stays. */
export function removeExit(script: Script, id: string, exit: string): Script {
  return changeNode(script, id, (node) => node.type === "loop" ? node
    : { ...node, branches: node.branches?.filter((branch) => branch.name !== exit) ?? null });
}

/** Gives what is in one exit to another. One that is there already keeps its own objects, and nothing is done. */
export function renameExit(script: Script, id: string, from: string, to: string, possible: readonly string[]): Script {
  return changeNode(script, id, (node) => {
    if (!node.branches || node.branches.some((branch) => branch.name === to)) {
      return node;
    }
    return { ...node, branches: inOrder(node.branches.map((branch) => (branch.name === from ? { ...branch, name: to } : branch)), possible) };
  });
}

export function changeNode(script: Script, id: string, change: ChangeNode): Script {
  const at = indexOf(script).get(id);
  return at ? changeSequence(script, at, (sequence) => sequence.map((node) => (node.id === id ? change(node) : node))) : script;
}

function changeSequence(script: Script, address: SequenceAddress, change: ChangeNodes): Script {
  if (isEntry(address.holder)) {
    return { ...script, [address.holder]: change(script[address.holder]) };
  }
  const { holder, branch } = address;
  const path = [holder, ...ancestorsOf(script, holder)].reverse();
  const top = path[0];
  const entry = top === undefined ? undefined : indexOf(script).get(top)?.entry;
  if (entry === undefined) {
    return script;
  }
  return { ...script, [entry]: changeAlong(script[entry], path, (node) => withBranch(node, branch, change)) };
}

/** Copies only the objects on the path, so that what did not change stays the same object and is not drawn again. */
function changeAlong(nodes: readonly ScriptNode[], path: readonly string[], change: ChangeNode): readonly ScriptNode[] {
  const [first, ...rest] = path;
  return nodes.map((node) => {
    if (node.id !== first) {
      return node;
    }
    if (rest.length === 0) {
      return change(node);
    }
    const branches = node.branches?.map((branch) =>
      branch.nodes.some((child) => child.id === rest[0]) ? { ...branch, nodes: changeAlong(branch.nodes, rest, change) } : branch);
    return { ...node, branches: branches ?? null };
  });
}

function withBranch(node: ScriptNode, name: string, change: ChangeNodes): ScriptNode {
  const branches = node.branches ?? [];
  if (!branches.some((branch) => branch.name === name)) {
    return { ...node, branches: [...branches, { name, nodes: change([]) }] };
  }
  return { ...node, branches: branches.map((branch) => (branch.name === name ? { ...branch, nodes: change(branch.nodes) } : branch)) };
}

function withField(values: JsonObject, field: string, value: Json | undefined): JsonObject {
  if (value !== undefined) {
    return { ...values, [field]: value };
  }
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== field));
}

function inOrder(branches: readonly Branch[], possible: readonly string[]): readonly Branch[] {
  const rank = (branch: Branch): number => {
    const at = possible.indexOf(branch.name);
    return at < 0 ? possible.length : at;
  };
  return [...branches].sort((a, b) => rank(a) - rank(b));
}

/** The place right after an object, or at the end of a sequence. */
export function placeAfter(script: Script, id: string): Place | undefined {
  const at = indexOf(script).get(id);
  return at && { holder: at.holder, branch: at.branch, index: at.index + 1 };
}

export function placeAtEnd(script: Script, address: SequenceAddress): Place {
  return { ...address, index: sequenceAt(script, address)?.length ?? 0 };
}

export const loopBody = (id: string): SequenceAddress => ({ holder: id, branch: loopBranch });
