import { nodeOf } from "./convert";
import { freeLabel, labelsOf } from "./labels";
import type { Json, JsonObject, Script, ScriptNode } from "./types";

const said = (): Json => [{ fr: "", en: "" }];

const starters: Readonly<Record<string, JsonObject>> = {
  say: { text: said() },
  play: { prompt: [] },
  getDigit: { prompt: said(), timeout: "8 s", tries: 3, exits: { "1": [], "no-input": [], invalid: [] } },
  getValue: { data: "customer.phoneNumber", prompt: said(), minimumDigits: 10, maximumDigits: 11, tries: 3, exits: { ok: [], "no-input": [], invalid: [] } },
  testVariable: { name: "", equals: "", exits: { true: [], false: [] } },
  checkCallback: { exits: { pending: [], none: [] } },
  callback: {
    callerId: "[current channel]", attempts: 3, retryDelay: "5 min", cancelAfter: "4 h",
    exits: { requested: [], "already-pending": [], refused: [] },
  },
  changeCallback: { action: "cancel", exits: { done: [], failed: [] } },
  wait: { duration: "20 s" },
  loop: { objects: [] },
};

/** A new object with what most scripts want of it; what only its author can know is left to fill in. */
export function newObject(script: Script, type: string, exits: readonly string[], labelWish: string): ScriptNode {
  if (type === "label") {
    return nodeOf({ type, name: freeLabel(new Set(labelsOf(script).map((label) => label.name)), labelWish) });
  }
  const starter = starters[type] ?? (exits.length === 0 ? {} : { exits: {} });
  return nodeOf({ type, ...starter });
}
