import { Anchor, Checkbox, Group, SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { fieldId, useReadOnly } from "../../../ui/fields/FormContext";
import type { FieldProps } from "../../../ui/fields/types";
import { useChoiceWord, useFieldWords } from "../../../ui/fields/useFieldWords";

/** What a webhook is told of, one box an event. Words that are no event of ours stay, so that they can be seen and taken away. */
export function EventsField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { t } = useTranslation("config");
  const words = useFieldWords(field, scope, pointer, true);
  const readOnly = useReadOnly();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const known = field.item?.choices ?? [];
  const all = [...known, ...chosen.filter((event) => !known.includes(event))];
  const nameOf = useChoiceWord(scope);
  return (
    <Checkbox.Group
      id={fieldId(pointer)} label={words.label} description={words.description} error={words.error} withAsterisk={field.required ?? false} value={chosen}
      onChange={(events) => { onChange(all.filter((event) => events.includes(event))); }}
    >
      {!readOnly && (
        <Group gap="md" my="xs">
          <Anchor component="button" type="button" size="sm" onClick={() => { onChange(known); }}>{t("events.all")}</Anchor>
          <Anchor component="button" type="button" size="sm" onClick={() => { onChange([]); }}>{t("events.none")}</Anchor>
        </Group>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="xs">
        {all.map((event) => <Checkbox key={event} value={event} label={nameOf(event)} description={event} disabled={readOnly} />)}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
