import { fieldId, useReadOnly } from "./FormContext";
import { ReferenceSelect } from "./ReferenceSelect";
import type { FieldProps } from "./types";
import { useChoiceWord, useFieldWords } from "./useFieldWords";

/** The name of another object, and words that a field allows besides. */
export function ReferenceField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { label, description, error } = useFieldWords(field, scope, pointer);
  const word = useChoiceWord(scope);
  return (
    <ReferenceSelect
      id={fieldId(pointer)} label={label} description={description} error={error} required={field.required ?? false} readOnly={useReadOnly()}
      to={field.to ?? []} words={(field.choices ?? []).map(choice => ({ value: choice, label: word(choice) }))}
      placeholder={typeof field.default === "string" ? word(field.default) : undefined}
      value={value === undefined ? undefined : String(value)} onChange={onChange}
    />
  );
}
