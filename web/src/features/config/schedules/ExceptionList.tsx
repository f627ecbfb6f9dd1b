import { ActionIcon, Anchor, Group, Stack, Switch, Text } from "@mantine/core";
import { IconTrash } from "../../../ui/icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldId } from "../../../ui/fields/FormContext";
import { useProblemWords } from "../shared/useProblemWords";
import { longDate, type IsoDate } from "./calendar";
import type { HoursEntry } from "./hours";

interface Props {
  exceptions: Readonly<Record<IsoDate, readonly HoursEntry[]>>;
  today: IsoDate;
  /** Where they stand in the document. */
  pointer: string;
  onOpen: (date: IsoDate) => void;
  onRemove: (date: IsoDate) => void;
}

/** Every date with hours of its own, the past ones out of sight. */
export function ExceptionList({ exceptions, today, pointer, onOpen, onRemove }: Props) {
  const { t, i18n } = useTranslation("schedules");
  const problem = useProblemWords();
  const [past, setPast] = useState(false);
  const dates = Object.keys(exceptions).sort();
  const shown = past ? dates : dates.filter((date) => date >= today);
  const wordsOf = (hours: readonly HoursEntry[]) =>
    hours.length === 0 ? t("closed") : hours.map((one) => `${one.hours.replace("-", "–")}${one.treatment ? ` (#${String(one.treatment)})` : ""}`).join(", ");
  return (
    <Stack gap="xs">
      {dates.length > shown.length || past ? (
        <Switch size="sm" label={t("exception.past")} checked={past} onChange={(event) => { setPast(event.currentTarget.checked); }} />
      ) : null}
      {shown.length === 0 && <Text c="dimmed" size="sm">{t("exception.none")}</Text>}
      {shown.map((date) => (
        <div key={date} id={fieldId(`${pointer}/${date}`)} tabIndex={-1}>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <div style={{ minWidth: 0 }}>
              <Anchor component="button" type="button" size="sm" ta="start" onClick={() => { onOpen(date); }}>{longDate(date, i18n.language)}</Anchor>
              <Text size="sm" c="dimmed">{wordsOf(exceptions[date] ?? [])}</Text>
            </div>
            <ActionIcon variant="subtle" color="red" aria-label={t("exception.remove", { date: longDate(date, i18n.language) })} onClick={() => { onRemove(date); }}>
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
          {problem(`${pointer}/${date}`, true) && <Text size="xs" c="var(--rappel-bad)">{problem(`${pointer}/${date}`, true)}</Text>}
        </div>
      ))}
    </Stack>
  );
}
