import { entries, isJsonObject, loopBranch, type Branch, type Json, type JsonObject, type Script, type ScriptNode } from "./types";

let lastId = 0;

/** An id no other object of this page has. */
export function newId(): string {
  lastId += 1;
  return `o${lastId}`;
}

/** The script of a canonical value. Whatever is not understood is kept as it is and written back. */
export function scriptOf(value: Json): Script {
  const { main, inQueue, ...values } = isJsonObject(value) ? value : {};
  return { values, main: nodesOf(main), inQueue: nodesOf(inQueue) };
}

/** The canonical value of a script. An entry without objects is left out, unless both are. */
export function valueOf(script: Script): JsonObject {
  const value: Record<string, Json> = { ...script.values };
  for (const entry of entries) {
    if (script[entry].length > 0 || (entry === "main" && script.inQueue.length === 0)) {
      value[entry] = script[entry].map(objectValue);
    }
  }
  return value;
}

export function nodesOf(value: Json | undefined): readonly ScriptNode[] {
  return Array.isArray(value) ? value.map(nodeOf) : [];
}

export function nodeOf(value: Json): ScriptNode {
  const { type, exits, objects, ...values } = isJsonObject(value) ? value : {};
  const name = typeof type === "string" ? type : "";
  const rest: Record<string, Json> = { ...values };
  let branches: Branch[] | null = null;
  if (name === "loop") {
    branches = [{ name: loopBranch, nodes: nodesOf(objects) }];
  } else if (objects !== undefined) {
    rest["objects"] = objects;
  }

  if (name !== "loop" && isJsonObject(exits)) {
    branches = Object.entries(exits).map(([exit, nodes]) => ({ name: exit, nodes: nodesOf(nodes) }));
  } else if (exits !== undefined) {
    rest["exits"] = exits;
  }
  return { id: newId(), type: name, values: rest, branches };
}

export function objectValue(node: ScriptNode): JsonObject {
  // What was written without a type is no better with an empty one.
  const value: Record<string, Json> = { ...(node.type === "" ? {} : { type: node.type }), ...node.values };
  if (node.type === "loop") {
    value[loopBranch] = (node.branches?.[0]?.nodes ?? []).map(objectValue);
  } else if (node.branches) {
    value["exits"] = Object.fromEntries(node.branches.map((branch) => [branch.name, branch.nodes.map(objectValue)]));
  }
  return value;
}

/** The same objects with ids of their own, as a copy needs them. */
export function withNewIds(node: ScriptNode): ScriptNode {
  return {
    ...node,
    id: newId(),
    branches: node.branches?.map((branch) => ({ ...branch, nodes: branch.nodes.map(withNewIds) })) ?? null,
  };
}
