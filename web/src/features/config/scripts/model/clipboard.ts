import { nodeOf, objectValue } from "./convert";
import { insert } from "./edit";
import { withFreeLabels } from "./labels";
import { isJsonObject, type Json, type Place, type Script, type ScriptNode } from "./types";

/** Objects as text that can be pasted into another script, or read. */
export function copyText(nodes: readonly ScriptNode[]): string {
  return JSON.stringify(nodes.map(objectValue), null, 2);
}

/** The objects of a copied text, or null where it is something else. */
export function nodesOfText(text: string): readonly ScriptNode[] | null {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return null;
  }
  const list = Array.isArray(value) ? value : [value];
  return list.length > 0 && list.every((item) => isJsonObject(item) && typeof item["type"] === "string") ? list.map(nodeOf) : null;
}

/** Puts copied objects in. Labels the script has already are renamed. Answers the script and the ids put in. */
export function paste(script: Script, place: Place, nodes: readonly ScriptNode[]): { script: Script; ids: string[] } {
  const fresh = withFreeLabels(script, nodes);
  return { script: insert(script, place, fresh), ids: fresh.map((node) => node.id) };
}
