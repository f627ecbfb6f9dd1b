import { Group, Input, NativeSelect, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { parseLength, units, usualUnit, writeLength, type Unit } from "./duration";
import { fieldId, useReadOnly } from "./FormContext";
import { TextField } from "./TextField";
import type { FieldProps } from "./types";
import { useFieldWords } from "./useFieldWords";

/** A length of time: a number and its unit. What has more parts, or comes from the environment, stays the text it is. */
export function DurationField(props: FieldProps) {
  const { field, value, onChange, pointer, scope } = props;
  const { t } = useTranslation("fields");
  const { label, description, error } = useFieldWords(field, scope, pointer);
  const readOnly = useReadOnly();
  const [unit, setUnit] = useState<Unit>(usualUnit(value, field.default, field.minimum));
  const length = typeof value === "string" ? parseLength(value) : null;
  if (typeof value === "string" && !length) return <TextField {...props} />;

  const id = fieldId(pointer);
  const shown = length?.unit ?? unit;
  const usual = typeof field.default === "string" ? parseLength(field.default) : null;
  return (
    <Input.Wrapper id={id} label={label} description={description} error={error} required={field.required ?? false} labelProps={{ htmlFor: id }}>
      <Group gap={6} wrap="nowrap" w={{ sm: 260 }}>
        <NumberInput
          id={id} value={length?.count ?? ""} allowDecimal={false} allowNegative={false} min={0} readOnly={readOnly} error={error !== undefined}
          aria-describedby={`${id}-description ${id}-error`} style={{ flex: 1 }} {...(usual && usual.unit === shown ? { placeholder: String(usual.count) } : {})}
          onChange={typed => { onChange(writeLength({ count: typed === "" ? undefined : Number(typed), unit: shown })); }}
        />
        <NativeSelect
          aria-label={t("units.of", { label })} disabled={readOnly} value={shown} data={units.map(word => ({ value: word, label: t(`units.${word}`) }))} w={120}
          onChange={event => {
            const chosen = event.currentTarget.value as Unit;
            setUnit(chosen);
            if (length) onChange(writeLength({ ...length, unit: chosen }));
          }}
        />
      </Group>
    </Input.Wrapper>
  );
}
