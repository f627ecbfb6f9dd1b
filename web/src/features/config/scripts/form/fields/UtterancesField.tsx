import { ActionIcon, Button, Fieldset, Group, Stack, Text, Tooltip } from "@mantine/core";
import { pointerTo } from "../../../../../app/places";
import type { FieldProps } from "../../../../../ui/fields/types";
import { useFieldWords } from "../../../../../ui/fields/useFieldWords";
import { IconPlus, IconTrash } from "../../icons";
import { isJsonObject, textOf, type Json, type JsonObject } from "../../model/types";
import { useWording } from "../../words";
import { PromptLine } from "./PromptLine";
import { SpokenText } from "./SpokenText";

const languages = ["fr", "en"] as const;

/** What is said, one after the other: texts in each language, and prompts. */
export function UtterancesField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { t } = useWording();
  const { label, description, error } = useFieldWords(field, scope, pointer);
  const items: JsonObject[] = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((item) => (isJsonObject(item) ? item : { fr: textOf(item) }));
  const put = (at: number, item: JsonObject | null): void => {
    onChange(items.flatMap((old, index): Json[] => (index === at ? (item ? [item] : []) : [old])));
  };
  return (
    <Fieldset legend={label} p="sm">
      <Stack gap="sm">
        {items.map((item, at) => (
          // What is said has no name of its own: its place is all there is.
          <Group key={at} align="start" gap={6} wrap="nowrap">
            <Stack flex={1} gap="xs">
              {item["prompt"] !== undefined
                ? <PromptLine value={textOf(item["prompt"])} pointer={pointerTo(pointer, at, "prompt")} onChange={(prompt) => { put(at, { prompt }); }} />
                : languages.map((language) => (
                  <SpokenText
                    key={language} language={language} text={textOf(item[language])} pointer={pointerTo(pointer, at, language)}
                    onChange={(text) => { put(at, { ...item, [language]: text }); }}
                  />
                ))}
            </Stack>
            {items.length > 1 && (
              <Tooltip label={t("form.removeUtterance")}>
                <ActionIcon variant="subtle" color="gray" mt={26} aria-label={t("form.removeUtterance")} onClick={() => { put(at, null); }}><IconTrash size={16} /></ActionIcon>
              </Tooltip>
            )}
          </Group>
        ))}
        {error !== undefined && <Text size="sm" c="var(--rappel-bad)" role="alert">{error}</Text>}
        {description !== undefined && <Text size="sm" c="dimmed">{description}</Text>}
        <Group gap="xs">
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => { onChange([...items, { fr: "", en: "" }]); }}>{t("form.addText")}</Button>
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => { onChange([...items, { prompt: "" }]); }}>{t("form.addPrompt")}</Button>
          {items.length === 1 && field.required !== true && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { onChange(undefined); }}>{t("form.sayNothing")}</Button>
          )}
        </Group>
      </Stack>
    </Fieldset>
  );
}
