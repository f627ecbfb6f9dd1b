import { Switch } from "@mantine/core";
import { fieldId, useReadOnly } from "./FormContext";
import { TextField } from "./TextField";
import type { FieldProps } from "./types";
import { useFieldWords } from "./useFieldWords";

/** Yes or no. Back at its default it is not written. */
export function FlagField(props: FieldProps) {
  const { field, value, onChange, pointer, scope } = props;
  const { label, description, error } = useFieldWords(field, scope, pointer);
  const readOnly = useReadOnly();
  if (typeof value === "string") return <TextField {...props} />;
  const usual = field.default === true;
  return (
    <Switch
      id={fieldId(pointer)} label={label} description={description} error={error} disabled={readOnly} checked={typeof value === "boolean" ? value : usual}
      onChange={event => { onChange(event.currentTarget.checked === usual ? undefined : event.currentTarget.checked); }}
    />
  );
}
