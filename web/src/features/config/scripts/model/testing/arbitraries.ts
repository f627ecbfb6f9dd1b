import * as fc from "fast-check";
import { nodeOf, newId } from "../convert";
import { addExit, duplicate, insert, move, remove, removeExit, setValue, wrap } from "../edit";
import { indexOf } from "../lookup";
import { renameLabel } from "../labels";
import { loopBranch, type Place, type Script, type ScriptNode } from "../types";

/** One change by numbers, which pick among whatever the script has when it is made. */
export interface Change {
  readonly kind: number;
  readonly what: number;
  readonly where: number;
  readonly index: number;
}

export const changes = fc.array(
  fc.record({ kind: fc.nat(7), what: fc.nat(1_000), where: fc.nat(1_000), index: fc.nat(5) }), { maxLength: 40 });

export function apply(script: Script, change: Change): Script {
  const ids = [...indexOf(script).keys()];
  const id = ids[change.what % Math.max(ids.length, 1)] ?? "";
  const place = placeOf(script, change);
  switch (change.kind) {
    case 0: return insert(script, place, [freshNode(change)]);
    case 1: return remove(script, id);
    case 2: return move(script, id, place);
    case 3: return duplicate(script, id).script;
    case 4: return wrap(script, id, { id: newId(), type: "loop", values: {}, branches: [{ name: loopBranch, nodes: [] }] }, loopBranch);
    case 5: return setValue(script, id, "note", change.where);
    case 6: return renameLabel(addExit(script, id, "5", ["5"]), id, `L${change.where}`);
    default: return removeExit(script, id, "1");
  }
}

export function placeOf(script: Script, { where, index }: Change): Place {
  const sequences: Place[] = [{ holder: "main", branch: "", index: 0 }, { holder: "inQueue", branch: "", index: 0 }];
  for (const { node } of indexOf(script).values()) {
    node.branches?.forEach((branch) => sequences.push({ holder: node.id, branch: branch.name, index: Math.min(index, branch.nodes.length) }));
  }
  return sequences[where % sequences.length] as Place;
}

function freshNode(change: Change): ScriptNode {
  return nodeOf(change.index % 2 === 0
    ? { type: "say", text: [{ en: "Hello" }] }
    : { type: "getDigit", prompt: [], exits: { "1": [{ type: "goto", label: "File" }], "2": [] } });
}
