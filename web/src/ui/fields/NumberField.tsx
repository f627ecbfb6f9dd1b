import { NumberInput } from "@mantine/core";
import { fieldId, useReadOnly } from "./FormContext";
import { TextField } from "./TextField";
import type { FieldProps } from "./types";
import { useFieldWords } from "./useFieldWords";

/** A whole number. One that is taken from the environment (`${NAME}`) is shown as it is written. */
export function NumberField(props: FieldProps) {
  const { field, value, onChange, pointer, scope } = props;
  const words = useFieldWords(field, scope, pointer);
  const readOnly = useReadOnly();
  if (typeof value === "string") return <TextField {...props} />;
  return (
    <NumberInput
      {...words} id={fieldId(pointer)} required={field.required ?? false} readOnly={readOnly} allowDecimal={false} clampBehavior="none" w={{ sm: 260 }}
      {...(typeof field.minimum === "number" ? { min: field.minimum } : {})} {...(typeof field.maximum === "number" ? { max: field.maximum } : {})}
      value={typeof value === "number" ? value : ""} onChange={typed => { onChange(typed === "" ? undefined : Number(typed)); }}
    />
  );
}
