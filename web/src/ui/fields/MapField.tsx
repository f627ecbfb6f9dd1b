import { ActionIcon, Button, Group, Input, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Json } from "../../api/types";
import { pointerTo } from "../../app/places";
import { IconPlus, IconTrash } from "../icons";
import { fieldId, useReadOnly } from "./FormContext";
import { asRecord } from "./RecordField";
import type { FieldProps } from "./types";
import { useFieldWords } from "./useFieldWords";
import { withItem, withoutItem } from "./values";

type Pair = [name: string, value: string];

const pairsOf = (value: Json | undefined): Pair[] => Object.entries(asRecord(value)).map(([name, inner]) => [name, String(inner)]);

/** Names with values, such as variables or headers. A pair counts once it has a name. */
export function MapField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { t } = useTranslation("fields");
  const words = useFieldWords(field, scope, pointer, true);
  const readOnly = useReadOnly();
  // A name that is being typed may be empty or twice the same, which no map can hold.
  const [pairs, setPairs] = useState(() => pairsOf(value));
  const set = (changed: Pair[]) => {
    setPairs(changed);
    const named = changed.filter(([name]) => name !== "");
    onChange(named.length === 0 ? undefined : Object.fromEntries(named));
  };
  const what = { what: words.label };

  return (
    <Input.Wrapper label={words.label} description={words.description} error={words.error} required={field.required ?? false} labelElement="div">
      <Stack gap={6} mt={6} id={fieldId(pointer)} tabIndex={-1} role="group" aria-label={words.label}>
        {pairs.length === 0 && <Text size="sm" c="dimmed">{t("list.empty")}</Text>}
        {pairs.map(([name, inner], index) => (
          // As with rows of a list: known by place, while its name is typed.
          <Group key={index} gap={6} wrap="nowrap">
            <TextInput
              id={fieldId(pointerTo(pointer, name))} value={name} readOnly={readOnly} aria-label={t("map.name", what)} placeholder={t("map.namePlaceholder")}
              style={{ flex: 2 }} onChange={event => { set(withItem<Pair>(pairs, index, [event.currentTarget.value, inner])); }}
            />
            <TextInput
              value={inner} readOnly={readOnly} aria-label={t("map.value", { ...what, name })} placeholder={t("map.valuePlaceholder")} style={{ flex: 3 }}
              onChange={event => { set(withItem<Pair>(pairs, index, [name, event.currentTarget.value])); }}
            />
            {!readOnly && (
              <ActionIcon variant="subtle" color="red" size={36} aria-label={t("list.remove", { row: index + 1 })} onClick={() => { set(withoutItem(pairs, index)); }}>
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {!readOnly && (
          <div>
            <Button
              variant="default" size="xs" leftSection={<IconPlus size={15} />} onClick={() => { set([...pairs, ["", ""]]); }}
              disabled={field.most !== undefined && pairs.length >= field.most}
            >
              {t("list.add", { label: words.label.toLocaleLowerCase() })}
            </Button>
          </div>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
