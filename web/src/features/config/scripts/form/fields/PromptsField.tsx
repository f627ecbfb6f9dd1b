import { ActionIcon, Button, Fieldset, Group, Stack, Text } from "@mantine/core";
import { pointerTo } from "../../../../../app/places";
import { ListField } from "../../../../../ui/fields/ListField";
import type { FieldProps } from "../../../../../ui/fields/types";
import { useFieldWords } from "../../../../../ui/fields/useFieldWords";
import { IconPlus, IconTrash } from "../../icons";
import { textOf, type Json } from "../../model/types";
import { useWording } from "../../words";
import { PromptLine } from "./PromptLine";

/** Prompts to play one after the other, each to be listened to. Other lists are edited as everywhere. */
export function PromptsField(props: FieldProps) {
  return props.field.item?.to?.includes("prompts") === true ? <Prompts {...props} /> : <ListField {...props} />;
}

function Prompts({ field, value, onChange, pointer, scope }: FieldProps) {
  const { t } = useWording();
  const { label, description, error } = useFieldWords(field, scope, pointer);
  const keys = Array.isArray(value) ? value.map(textOf) : value === undefined ? [] : [textOf(value)];
  const shown = keys.length === 0 ? [""] : keys;
  const put = (at: number, key: string | null): void => {
    onChange(shown.flatMap((old, index): Json[] => (index === at ? (key === null ? [] : [key]) : [old])));
  };
  return (
    <Fieldset legend={label} p="sm">
      <Stack gap="xs">
        {shown.map((key, at) => (
          // A prompt may be played twice: its place is all there is.
          <Group key={at} gap={4} align="end" wrap="nowrap">
            <div style={{ flex: 1 }}><PromptLine value={key} pointer={pointerTo(pointer, at)} onChange={(next) => { put(at, next); }} /></div>
            {shown.length > 1 && (
              <ActionIcon variant="subtle" color="gray" size={36} aria-label={t("form.removeUtterance")} onClick={() => { put(at, null); }}><IconTrash size={16} /></ActionIcon>
            )}
          </Group>
        ))}
        {error !== undefined && <Text size="sm" c="var(--rappel-bad)" role="alert">{error}</Text>}
        {description !== undefined && <Text size="sm" c="dimmed">{description}</Text>}
        <Group><Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => { onChange([...shown, ""]); }}>{t("form.addPrompt")}</Button></Group>
      </Stack>
    </Fieldset>
  );
}
