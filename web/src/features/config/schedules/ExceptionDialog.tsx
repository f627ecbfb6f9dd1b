import { Button, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../shared/Dialog";
import { isDate, longDate, plusDays, type IsoDate } from "./calendar";
import { HoursRows } from "./HoursRows";
import type { HoursEntry } from "./hours";

interface Props {
  date: IsoDate;
  /** What the date has now: undefined for the hours of the week. */
  hours: HoursEntry[] | undefined;
  onApply: (dates: IsoDate[], hours: HoursEntry[] | null) => void;
  onClose: () => void;
}

/** Longest run of days that are changed in one go. */
const mostDays = 62;

function datesBetween(first: IsoDate, last: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let date = first; date <= last && dates.length <= mostDays; date = plusDays(date, 1)) dates.push(date);
  return dates;
}

/** Other hours, or none, on a date or several in a row. */
export function ExceptionDialog({ date, hours, onApply, onClose }: Props) {
  const { t, i18n } = useTranslation("schedules");
  const [kind, setKind] = useState(hours && hours.length > 0 ? "hours" : "closed");
  const [entries, setEntries] = useState<HoursEntry[]>(hours && hours.length > 0 ? hours : [{ hours: "09:00-12:00" }]);
  const [last, setLast] = useState(date);
  const dates = isDate(last) ? datesBetween(date, last) : [];
  const tooMany = dates.length > mostDays;
  const title = longDate(date, i18n.language);
  const apply = () => { onApply(dates, kind === "usual" ? null : kind === "closed" ? [] : entries); };
  return (
    <Dialog onClose={onClose} title={title.charAt(0).toUpperCase() + title.slice(1)}>
      <Stack>
        <Radio.Group value={kind} onChange={setKind} label={t("exception.label")}>
          <Stack gap="xs" mt="xs">
            <Radio value="closed" label={t("exception.closed")} />
            <Radio value="hours" label={t("exception.hours")} />
            <Radio value="usual" label={t("exception.usual")} />
          </Stack>
        </Radio.Group>
        {kind === "hours" && <HoursRows entries={entries} onChange={setEntries} label={t("exception.hours")} />}
        <TextInput
          type="date" label={t("exception.until")} description={t("exception.untilHelp")} value={last} min={date} required
          error={tooMany ? t("exception.tooMany", { count: mostDays }) : dates.length === 0 ? t("exception.backwards") : null}
          onChange={(event) => { setLast(event.currentTarget.value); }}
        />
        {dates.length > 1 && !tooMany && <Text size="sm" c="dimmed">{t("exception.count", { count: dates.length })}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t("cancel")}</Button>
          <Button disabled={dates.length === 0 || tooMany || (kind === "hours" && entries.length === 0)} onClick={apply}>{t("apply")}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
