import { indexOf } from "../model/lookup";
import { textOf, type Script } from "../model/types";

export interface Link {
  /** The label of a goto; the first goto of a label; null where there is none. */
  readonly target: string | null;
  readonly users: number;
}

/** Of every goto the label that it leads to, and of every label the gotos that lead to it. */
export function linksOf(script: Script): ReadonlyMap<string, Link> {
  const labels = new Map<string, string>();
  const users = new Map<string, string[]>();
  const all = [...indexOf(script).values()];
  for (const { node, entry } of all) {
    const name = `${entry}/${textOf(node.values[node.type === "goto" ? "label" : "name"])}`;
    if (node.type === "label" && !labels.has(name)) {
      labels.set(name, node.id);
    } else if (node.type === "goto") {
      users.set(name, [...(users.get(name) ?? []), node.id]);
    }
  }
  const links = new Map<string, Link>();
  for (const { node, entry } of all) {
    if (node.type === "goto") {
      links.set(node.id, { target: labels.get(`${entry}/${textOf(node.values["label"])}`) ?? null, users: 0 });
    } else if (node.type === "label") {
      const by = users.get(`${entry}/${textOf(node.values["name"])}`) ?? [];
      links.set(node.id, { target: by[0] ?? null, users: by.length });
    }
  }
  return links;
}
