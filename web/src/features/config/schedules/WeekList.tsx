import { Grid, Paper, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { fieldId } from "../../../ui/fields/FormContext";
import { longDay } from "./dayNames";
import { HoursRows } from "./HoursRows";
import type { HoursEntry } from "./hours";
import { useProblemWords } from "../shared/useProblemWords";
import { without } from "../shared/without";
import { days, type Day, type Weekly } from "./week";

interface Props {
  weekly: Weekly;
  /** Where the week stands in the document. */
  pointer: string;
  onChange: (weekly: Weekly) => void;
}

/** The same week as the grid's, to be written in instead of painted. */
export function WeekList({ weekly, pointer, onChange }: Props) {
  const { t, i18n } = useTranslation("schedules");
  const problem = useProblemWords();
  const set = (day: Day, entries: HoursEntry[]) => {
    const others = without(weekly, day);
    const all: Weekly = entries.length === 0 ? others : { ...others, [day]: entries };
    onChange(Object.fromEntries(days.flatMap((one) => (all[one] ? [[one, all[one]]] : []))));
  };
  return (
    <Stack gap="xs">
      {days.map((day) => {
        const entries = weekly[day] ?? [];
        const name = longDay(day, i18n.language);
        return (
          <Paper key={day} p="sm" id={fieldId(`${pointer}/${day}`)} tabIndex={-1}>
            <Grid gap="xs">
              <Grid.Col span={{ base: 12, sm: 3 }}>
                <Text fw={600} tt="capitalize">{name}</Text>
                {entries.length === 0 && <Text size="sm" c="dimmed">{t("closed")}</Text>}
                {problem(`${pointer}/${day}`) && <Text size="xs" c="var(--rappel-bad)">{problem(`${pointer}/${day}`)}</Text>}
              </Grid.Col>
              <Grid.Col span={{ base: 12, sm: 9 }}>
                <HoursRows
                  entries={entries} label={name} onChange={(changed) => { set(day, changed); }}
                  problemAt={(index) => problem(`${pointer}/${day}/${String(index)}`, true)}
                />
              </Grid.Col>
            </Grid>
          </Paper>
        );
      })}
    </Stack>
  );
}
