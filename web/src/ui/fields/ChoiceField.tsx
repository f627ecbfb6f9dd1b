import { Select } from "@mantine/core";
import { fieldId, useReadOnly } from "./FormContext";
import type { FieldProps } from "./types";
import { useChoiceWord, useFieldWords } from "./useFieldWords";

/** One of a few words. Not set is its default, and is called so. */
export function ChoiceField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { label, description, error } = useFieldWords(field, scope, pointer);
  const readOnly = useReadOnly();
  const word = useChoiceWord(scope);
  const choices = field.choices ?? [];
  // What the draft holds is shown, also where it is none of the choices.
  const all = typeof value === "string" && !choices.includes(value) ? [...choices, value] : choices;
  return (
    <Select
      id={fieldId(pointer)} label={label} description={description} error={error} required={field.required ?? false} readOnly={readOnly} w={{ sm: 320 }}
      data={all.map(choice => ({ value: choice, label: word(choice) }))} value={typeof value === "string" ? value : null} searchable={all.length > 8}
      placeholder={typeof field.default === "string" ? word(field.default) : undefined} clearable={!field.required && !readOnly}
      onChange={chosen => { onChange(chosen ?? undefined); }}
    />
  );
}
