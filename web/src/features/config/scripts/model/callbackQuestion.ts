import type { CallbackPlan } from "./addCallback";
import type { Said } from "./callbackTexts";
import { nodeOf } from "./convert";
import { changeNode, insert } from "./edit";
import type { ExitsOf } from "./exits";
import { goesOn } from "./flow";
import { freeLabel, labelsOf } from "./labels";
import { find, indexOf, sequenceAt } from "./lookup";
import { isJsonObject, loopBranch, textOf, type Json, type JsonObject, type Place, type Script, type ScriptNode } from "./types";

/** The script with the option announced by one more sentence in every language; what is played from a recording gets a text after it. */
export function announce(script: Script, announcer: string, said: Said): Script {
  const node = find(script, announcer);
  const field = node?.type === "say" ? "text" : "prompt";
  return changeNode(script, announcer, (old) => ({ ...old, values: { ...old.values, [field]: extended(old.values[field], said) } }));
}

function extended(value: Json | undefined, said: Said): Json {
  const items = Array.isArray(value) ? value : [];
  const last = items.at(-1);
  if (!isJsonObject(last) || last["prompt"] !== undefined) {
    return [...items, { fr: said.fr, en: said.en }];
  }
  return [...items.slice(0, -1), withSentences(last, said)];
}

function withSentences(item: JsonObject, said: Said): JsonObject {
  const joined = (language: "fr" | "en"): string => [textOf(item[language]).trimEnd(), said[language]].filter((part) => part !== "").join(" ");
  return { ...item, fr: joined("fr"), en: joined("en") };
}

/**
 * A question of its own, where the treatment asks for nothing: in its loop, before the first wait of a treatment without one, or in a
 * new loop where there is nothing yet.
 */
export function newQuestion(script: Script, plan: CallbackPlan, exitsOf: ExitsOf): { script: Script; question: string } {
  const loop = [...indexOf(script).values()].find((at) => at.entry === "inQueue" && at.node.type === "loop")?.node;
  if (loop) {
    const body = { holder: loop.id, branch: loopBranch };
    const sequence = sequenceAt(script, body) ?? [];
    return questionAt(script, { ...body, index: runsOut(sequence, exitsOf) ? sequence.length : 0 }, plan);
  }
  if (script.inQueue.length === 0) {
    const made = nodeOf({ type: "loop", objects: [] });
    return questionAt(insert(script, { holder: "inQueue", branch: "", index: 0 }, [made]), { holder: made.id, branch: loopBranch, index: 0 }, plan);
  }
  const stop = script.inQueue.findIndex((node) => node.type === "wait" || !goesOn(node, exitsOf));
  return questionAt(script, { holder: "inQueue", branch: "", index: stop < 0 ? script.inQueue.length : stop }, plan);
}

function runsOut(sequence: readonly ScriptNode[], exitsOf: ExitsOf): boolean {
  const last = sequence.at(-1);
  return !last || goesOn(last, exitsOf);
}

/** The question at a place. What comes after it in its sequence is gone on with by a label: an object with exits does not go on itself. */
function questionAt(script: Script, place: Place, plan: CallbackPlan): { script: Script; question: string } {
  const isLast = place.index === (sequenceAt(script, place)?.length ?? 0);
  const after = freeLabel(new Set(labelsOf(script).map((label) => label.name)), "Suite");
  const on: Json = isLast ? [] : [{ type: "goto", label: after }];
  const question = nodeOf({
    type: "getDigit", prompt: [{ fr: plan.announcement.fr, en: plan.announcement.en }], timeout: isLast ? "20 s" : "8 s", tries: 1,
    exits: { "no-input": on, invalid: on },
  });
  const nodes = isLast ? [question] : [question, nodeOf({ type: "label", name: after })];
  return { script: insert(script, place, nodes), question: question.id };
}
