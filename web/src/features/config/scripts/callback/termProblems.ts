import type { Field, Forms } from "../../../../api/forms";
import type { Fault } from "../../../../api/problem";
import { parseLength } from "../../../../ui/fields/duration";
import type { Translate } from "../model/summary";
import { textOf, type Json, type JsonObject } from "../model/types";

/** The parameters of the Callback object that the assistant asks for, in the order of the product's guide. */
export const askedTerms = ["queue", "callerId", "dialPlan", "attempts", "retryDelay", "cancelAfter"] as const;

export function askedFields(forms: Forms): Field[] {
  const fields = forms.objects["callback"]?.fields ?? [];
  return askedTerms.flatMap((name) => fields.filter((field) => field.name === name));
}

/** What is missing or out of its range. The server checks all of it again. */
export function termProblems(forms: Forms, terms: JsonObject, t: Translate): Fault[] {
  return askedFields(forms).flatMap((field) => {
    const message = problemOf(field, terms[field.name], t);
    return message === null ? [] : [{ pointer: `/terms/${field.name}`, message }];
  });
}

function problemOf(field: Field, value: Json | undefined, t: Translate): string | null {
  if (value === undefined || value === "") {
    return field.required === true ? t("assistant.missing") : null;
  }
  const [amount, least, most] = [value, field.minimum, field.maximum].map(amountOf);
  const out = amount !== undefined && least !== undefined && most !== undefined && (amount < least || amount > most);
  return out ? t("assistant.outOfRange", { minimum: textOf(field.minimum), maximum: textOf(field.maximum) }) : null;
}

const seconds = { s: 1, min: 60, h: 3_600, d: 86_400 };

function amountOf(value: Json | undefined): number | undefined {
  if (typeof value === "number") {
    return value;
  }
  const length = typeof value === "string" ? parseLength(value) : null;
  return length?.count === undefined ? undefined : length.count * seconds[length.unit as keyof typeof seconds];
}
