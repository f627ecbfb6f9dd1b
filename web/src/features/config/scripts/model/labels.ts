import { changeNode } from "./edit";
import { indexOf, type Located } from "./lookup";
import { textOf, type Entry, type Script, type ScriptNode } from "./types";

export const labelLength = 21;

/** The labels of an entry, or of the whole script, with the objects that define them. */
export function labelsOf(script: Script, entry?: Entry): { name: string; id: string; entry: Entry }[] {
  return all(script, "label", entry).map((at) => ({ name: textOf(at.node.values["name"]), id: at.node.id, entry: at.entry }));
}

/** The gotos that lead to a label. A goto cannot leave its entry. */
export function gotosTo(script: Script, label: string, entry: Entry): string[] {
  return all(script, "goto", entry).filter((at) => at.node.values["label"] === label).map((at) => at.node.id);
}

/** The label object that a goto leads to; undefined where its entry has none of that name. */
export function labelOfGoto(script: Script, id: string): string | undefined {
  const at = indexOf(script).get(id);
  return at && labelsOf(script, at.entry).find((label) => label.name !== "" && label.name === at.node.values["label"])?.id;
}

/** Renames a label, and its gotos with it. Where two labels share the name the gotos are not this one's to take along. */
export function renameLabel(script: Script, id: string, name: string): Script {
  const at = indexOf(script).get(id);
  if (at?.node.type !== "label") {
    return script;
  }
  const before = textOf(at.node.values["name"]);
  const shared = labelsOf(script, at.entry).filter((label) => label.name === before).length > 1;
  const users = before === "" || shared ? [] : gotosTo(script, before, at.entry);
  const renamed = changeNode(script, id, (node) => ({ ...node, values: { ...node.values, name } }));
  return users.reduce((sofar, user) => changeNode(sofar, user, (node) => ({ ...node, values: { ...node.values, label: name } })), renamed);
}

/** The wish itself, or with the first number behind it that makes it new to the script. */
export function freeLabel(taken: ReadonlySet<string>, wish: string): string {
  const base = wish.normalize("NFC").replace(/[^\p{L}\p{Nd}]/gu, "").slice(0, labelLength) || "Label";
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : String(number);
    const name = base.slice(0, labelLength - suffix.length) + suffix;
    if (!taken.has(name)) {
      return name;
    }
  }
}

/** Objects about to be put into a script: labels that it has already get new names, and the gotos among the objects follow. */
export function withFreeLabels(script: Script, nodes: readonly ScriptNode[]): readonly ScriptNode[] {
  const taken = new Set(labelsOf(script).map((label) => label.name));
  const renamed = new Map<string, string>();
  const collect = (node: ScriptNode): void => {
    const name = textOf(node.values["name"]);
    if (node.type === "label" && name !== "") {
      const free = freeLabel(taken, name);
      taken.add(free);
      renamed.set(name, free);
    }
    node.branches?.forEach((branch) => { branch.nodes.forEach(collect); });
  };
  nodes.forEach(collect);
  return nodes.map((node) => relabel(node, renamed));
}

function relabel(node: ScriptNode, renamed: ReadonlyMap<string, string>): ScriptNode {
  const field = node.type === "label" ? "name" : node.type === "goto" ? "label" : null;
  const to = field === null ? undefined : renamed.get(textOf(node.values[field]));
  return {
    ...node,
    values: field !== null && to !== undefined ? { ...node.values, [field]: to } : node.values,
    branches: node.branches?.map((branch) => ({ ...branch, nodes: branch.nodes.map((child) => relabel(child, renamed)) })) ?? null,
  };
}

function all(script: Script, type: string, entry?: Entry): Located[] {
  return [...indexOf(script).values()].filter((at) => at.node.type === type && (entry === undefined || at.entry === entry));
}
