import type { CallbackPlan } from "./addCallback";
import type { Said } from "./callbackTexts";
import type { Json, JsonObject } from "./types";

/** Names of the labels that the new objects use. */
export interface SectionLabels {
  readonly start: string;
  readonly number: string;
  readonly confirm: string;
  readonly callback: string;
}

const say = ({ fr, en }: Said): JsonObject => ({ type: "say", text: [{ fr, en }] });
const goto = (label: string): JsonObject => ({ type: "goto", label });
const label = (name: string): JsonObject => ({ type: "label", name });

/** From the chosen key to the promise: number, read-back, confirmation, label, Callback. */
export function callbackSection(plan: CallbackPlan, labels: SectionLabels, back: readonly JsonObject[]): JsonObject[] {
  return [
    label(labels.start),
    ...(plan.ownNumber ? [ownNumber(plan, labels, back)] : []),
    ...(plan.ownNumber ? [label(labels.number)] : []),
    ...typedNumber(plan, { ...labels, number: plan.ownNumber ? labels.number : labels.start }, back),
    label(labels.callback),
    {
      type: "callback", ...plan.terms,
      exits: {
        requested: [say(plan.texts.requested), { type: "hangUp" }],
        "already-pending": [say(plan.texts.pending), ...back],
        refused: [say(plan.texts.refused), ...back],
      },
    },
  ];
}

/** Keep the number you call from? Only where it is known. */
function ownNumber({ texts }: CallbackPlan, labels: SectionLabels, back: readonly JsonObject[]): JsonObject {
  const question: Json = {
    ...ask(texts.ownNumber),
    exits: {
      // Takes back a number that was typed and not confirmed.
      "1": [{ type: "setVariable", name: "customer.phoneNumber", value: "$callerPhoneNumber" }, goto(labels.callback)],
      "2": [goto(labels.number)],
      "no-input": [...back],
      invalid: [...back],
    },
  };
  return { type: "testVariable", name: "callerPhoneNumber", isEmpty: true, exits: { true: [goto(labels.number)], false: [question] } };
}

function typedNumber({ texts, terms }: CallbackPlan, labels: SectionLabels, back: readonly JsonObject[]): JsonObject[] {
  const plan = terms["dialPlan"];
  return [
    {
      type: "getValue", data: "customer.phoneNumber", prompt: [{ fr: texts.enterNumber.fr, en: texts.enterNumber.en }],
      minimumDigits: 10, maximumDigits: 15, terminator: "#", firstDigitTimeout: "8 s", betweenDigitTimeout: "4 s", tries: 3,
      ...(plan === undefined ? {} : { dialPlan: plan }),
      exits: { ok: [goto(labels.confirm)], "no-input": [...back], invalid: [...back] },
    },
    label(labels.confirm),
    say(texts.readBack),
    { ...ask(texts.confirm), exits: { "1": [goto(labels.callback)], "2": [goto(labels.number)], "no-input": [...back], invalid: [...back] } },
  ];
}

const ask = ({ fr, en }: Said): JsonObject => ({ type: "getDigit", prompt: [{ fr, en }], timeout: "8 s", tries: 3 });
