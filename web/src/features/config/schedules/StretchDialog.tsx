import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../shared/Dialog";
import { BrushPicker } from "./BrushPicker";
import { longDay } from "./dayNames";
import { dayMinutes, readTime, writeTime, type Stretch } from "./hours";
import { days, type Day } from "./week";

interface Props {
  day: Day;
  stretch: Stretch;
  /** True where the hours are there already. */
  existing: boolean;
  onApply: (stretch: Stretch) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** The hours of a form: null where they make none. Midnight as an end is the day's end. */
function written(from: string, to: string): { from: number; to: number } | null {
  const [start, end] = [readTime(from), readTime(to)];
  if (start === null || end === null) return null;
  if (start === end) return start === 0 ? { from: 0, to: dayMinutes } : null;
  return { from: start, to: end < start ? end + dayMinutes : end };
}

/** Hours to the minute, and what holds in them. */
export function StretchDialog({ day, stretch, existing, onApply, onRemove, onClose }: Props) {
  const { t, i18n } = useTranslation("schedules");
  const [from, setFrom] = useState(writeTime(stretch.from));
  const [to, setTo] = useState(stretch.to === dayMinutes ? "00:00" : writeTime(stretch.to));
  const [treatment, setTreatment] = useState(stretch.treatment);
  const hours = written(from, to);
  const next = days[(days.indexOf(day) + 1) % days.length] ?? "monday";
  const name = longDay(day, i18n.language);
  return (
    <Dialog onClose={onClose} title={t(existing ? "stretch.change" : "stretch.add", { day: name })}>
      <form onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); if (hours) onApply({ ...hours, treatment }); }}>
        <Stack>
          <Group grow align="flex-start">
            <TextInput type="time" label={t("stretch.from")} value={from} onChange={(event) => { setFrom(event.currentTarget.value); }} data-autofocus required />
            <TextInput
              type="time" label={t("stretch.to")} value={to} onChange={(event) => { setTo(event.currentTarget.value); }} required
              error={hours ? null : t("stretch.endless")}
            />
          </Group>
          <Text size="sm" c="dimmed" mih="1.5em">
            {hours && hours.to > dayMinutes ? t("stretch.pastMidnight", { day: longDay(next, i18n.language) }) : hours?.to === dayMinutes ? t("stretch.midnight") : ""}
          </Text>
          <BrushPicker brush={treatment} label={t("stretch.kind")} onChange={(brush) => { if (brush !== "closed") setTreatment(brush); }} closed={false} />
          <Group justify="space-between">
            {existing ? <Button variant="subtle" color="red" onClick={onRemove}>{t("stretch.remove")}</Button> : <span />}
            <Group>
              <Button variant="default" onClick={onClose}>{t("cancel")}</Button>
              <Button type="submit" disabled={!hours}>{t("apply")}</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
