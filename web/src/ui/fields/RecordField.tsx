import { Fieldset, Stack, Text } from "@mantine/core";
import type { Json, Value } from "../../api/types";
import { pointerTo } from "../../app/places";
import { FieldInput } from "./FieldInput";
import { fieldId } from "./FormContext";
import type { FieldProps } from "./types";
import { useFieldWords } from "./useFieldWords";
import { withField } from "./values";

export const asRecord = (value: Json | undefined): Value => (typeof value === "object" && value !== null && !Array.isArray(value) ? value : {});

/** Fields that belong together. */
export function RecordField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { label, description, error } = useFieldWords(field, scope, pointer);
  const record = asRecord(value);
  return (
    <Fieldset legend={label} id={fieldId(pointer)} tabIndex={-1}>
      <Stack gap="md">
        {description && <Text size="sm" c="dimmed">{description}</Text>}
        {error && <Text size="sm" c="var(--rappel-bad)">{error}</Text>}
        {(field.fields ?? []).map(inner => (
          <FieldInput
            key={inner.name} field={inner} value={record[inner.name]} pointer={pointerTo(pointer, inner.name)} scope={`${scope}.${inner.name}`}
            onChange={next => {
              const changed = withField(record, inner.name, next);
              onChange(Object.keys(changed).length === 0 ? undefined : changed);
            }}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
