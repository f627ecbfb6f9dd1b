import { Group, Paper, SegmentedControl, Text, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EditorSlots } from "../../../ui/editor/ObjectEditor";
import { FormContext, fieldId } from "../../../ui/fields/FormContext";
import { Exceptions } from "./Exceptions";
import type { ScheduleValue } from "./schedule";
import { ScheduleTest } from "./ScheduleTest";
import { days, readWeek, writeWeek } from "./week";
import { WeekGrid } from "./WeekGrid";
import { WeekList } from "./WeekList";
import { todayIn } from "./zonedInstant";

type View = "grid" | "list";

/** The week, its exceptions, and what they come to. */
export function ScheduleHours({ value, setValue, pointer, problems, readOnly }: EditorSlots<ScheduleValue>) {
  const { t } = useTranslation("schedules");
  const form = useMemo(() => ({ problems, readOnly }), [problems, readOnly]);
  const read = readWeek(value.weekly);
  // What cannot be drawn has to be seen.
  const drawable = days.every((day) => !read.unread[day]);
  const faulty = problems.some((problem) => problem.pointer.startsWith(`${pointer}/weekly`));
  const [chosen, setChosen] = useState<View>();
  const view: View = chosen ?? (drawable && !faulty ? "grid" : "list");
  return (
    <FormContext value={form}>
      <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={t("form.week")} id={fieldId(`${pointer}/weekly`)} tabIndex={-1}>
        <Group justify="space-between" mb="md">
          <Title order={2} size="h3">{t("form.week")}</Title>
          <SegmentedControl
            aria-label={t("view.label")} value={view} data={[{ value: "grid", label: t("view.grid") }, { value: "list", label: t("view.list") }]}
            onChange={(wanted) => { setChosen(wanted === "grid" ? "grid" : "list"); }}
          />
        </Group>
        {view === "grid" && !drawable && <Text size="sm" c="var(--rappel-warn)" mb="sm">{t("form.undrawn")}</Text>}
        <fieldset disabled={readOnly} style={{ all: "unset", display: "block" }}>
          {view === "grid"
            ? <WeekGrid week={read.week} onChange={(week) => { setValue({ ...value, weekly: writeWeek({ week, unread: read.unread }) }); }} />
            : <WeekList weekly={value.weekly ?? {}} pointer={`${pointer}/weekly`} onChange={(weekly) => { setValue({ ...value, weekly }); }} />}
        </fieldset>
      </Paper>
      <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={t("form.exceptions")} id={fieldId(`${pointer}/exceptions`)} tabIndex={-1}>
        <Title order={2} size="h3" mb={2}>{t("form.exceptions")}</Title>
        <Text size="sm" c="dimmed" mb="md">{t("form.exceptionsHelp")}</Text>
        <Exceptions value={value} today={todayIn(value.timeZone, new Date())} pointer={pointer} onChange={setValue} />
      </Paper>
      <ScheduleTest value={value} />
    </FormContext>
  );
}
