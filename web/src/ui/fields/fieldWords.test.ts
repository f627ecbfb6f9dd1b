import i18next from "i18next";
import { describe, expect, it } from "vitest";
import forms from "../../../forms.json";
import type { Field, Forms, ValueForm } from "../../api/forms";
import { changeLanguage, languages } from "../../i18n";
import { wordKeys } from "./useFieldWords";

/** Every field of a list of fields, and those inside it, by where its words stand. */
function* fieldsOf(scope: string, fields: Field[]): Generator<[string, ValueForm]> {
  for (const field of fields) {
    const own = `${scope}.${field.name}`;
    yield [own, field];
    yield* fieldsOf(own, field.fields ?? field.item?.fields ?? []);
  }
}

const table = forms as unknown as Forms;
const all = [
  ...Object.entries(table.sections).flatMap(([section, { fields }]) => [...fieldsOf(section, fields)]),
  ...Object.entries(table.objects).flatMap(([type, { fields }]) => [...fieldsOf(`objects.${type}`, fields)]),
];

describe.each(languages)("in %s", language => {
  it("every field has a label", async () => {
    await changeLanguage(language);
    const without = all.filter(([scope]) => !wordKeys(scope, "label").some(key => i18next.exists(`fields:${key}`)));
    expect(without.map(([scope]) => scope)).toEqual([]);
  });

  it("every choice is told in words", async () => {
    await changeLanguage(language);
    const without = all.flatMap(([scope, field]) => (field.choices ?? field.item?.choices ?? []).flatMap(choice => {
      const key = `choices.${scope.split(".").at(-1) ?? ""}.${choice}`;
      return i18next.exists(`fields:${key}`) ? [] : [key];
    }));
    expect(without).toEqual([]);
  });
});
