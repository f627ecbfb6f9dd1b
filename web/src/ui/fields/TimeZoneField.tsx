import { Select } from "@mantine/core";
import { fieldId, useReadOnly } from "./FormContext";
import type { FieldProps } from "./types";
import { useFieldWords } from "./useFieldWords";

const SHOWN = 100;
const zones = Intl.supportedValuesOf("timeZone");

/** An IANA time zone, found by any part of its name. */
export function TimeZoneField({ field, value, onChange, pointer, scope }: FieldProps) {
  const words = useFieldWords(field, scope, pointer);
  const readOnly = useReadOnly();
  const all = typeof value === "string" && !zones.includes(value) ? [value, ...zones] : zones;
  return (
    <Select
      {...words} id={fieldId(pointer)} required={field.required ?? false} readOnly={readOnly} searchable limit={SHOWN} data={all} w={{ sm: 320 }}
      value={typeof value === "string" ? value : null} clearable={!field.required && !readOnly} onChange={chosen => { onChange(chosen ?? undefined); }}
      placeholder={Intl.DateTimeFormat().resolvedOptions().timeZone}
    />
  );
}
