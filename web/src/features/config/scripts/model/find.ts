import { indexOf } from "./lookup";
import type { Json, Script, ScriptNode } from "./types";

/** Text without case and accents, so that `medecin` finds `Médecin`. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * The ids of the objects that hold every word of the query: in their kind (as `titleOf` tells it, and as it is written), in what
 * they say, in their labels, keys and values, or in the names of their exits.
 */
export function findObjects(script: Script, query: string, titleOf: (type: string) => string): string[] {
  const words = plain(query).split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) {
    return [];
  }
  const found: string[] = [];
  for (const { node } of indexOf(script).values()) {
    const text = textFor(node, titleOf);
    if (words.every((word) => text.includes(word))) {
      found.push(node.id);
    }
  }
  return found;
}

// An object is the same as long as nothing about it changed; the title does not change while a page is open in one language.
const texts = new WeakMap<ScriptNode, { title: string; text: string }>();

function textFor(node: ScriptNode, titleOf: (type: string) => string): string {
  const title = titleOf(node.type);
  let known = texts.get(node);
  if (known?.title !== title) {
    const exits = node.branches?.map((branch) => branch.name).join("\n") ?? "";
    known = { title, text: plain([title, node.type, ...words(node.values), exits].join("\n")) };
    texts.set(node, known);
  }
  return known.text;
}

function words(value: Json): string[] {
  if (typeof value === "string" || typeof value === "number") {
    return [String(value)];
  }
  return typeof value === "object" && value !== null ? Object.values(value as Record<string, Json>).flatMap(words) : [];
}
