import { Button, Checkbox, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../shared/Dialog";
import { longDay } from "./dayNames";
import { days, type Day } from "./week";

interface Props {
  day: Day;
  onCopy: (to: Day[]) => void;
  onClose: () => void;
}

/** Asks which days get the hours of one. */
export function CopyDayDialog({ day, onCopy, onClose }: Props) {
  const { t, i18n } = useTranslation("schedules");
  const others = days.filter((one) => one !== day);
  const weekdays = days.slice(0, 5).filter((one) => one !== day);
  const [chosen, setChosen] = useState<string[]>(weekdays);
  return (
    <Dialog onClose={onClose} title={t("copy.title", { day: longDay(day, i18n.language) })}>
      <Stack>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => { setChosen(weekdays); }}>{t("copy.weekdays")}</Button>
          <Button size="compact-sm" variant="default" onClick={() => { setChosen(others); }}>{t("copy.all")}</Button>
        </Group>
        <Checkbox.Group value={chosen} onChange={setChosen} label={t("copy.to")} description={t("copy.help")}>
          <Stack gap="xs" mt="xs">
            {others.map((one) => <Checkbox key={one} value={one} label={longDay(one, i18n.language)} />)}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t("cancel")}</Button>
          <Button disabled={chosen.length === 0} onClick={() => { onCopy(others.filter((one) => chosen.includes(one))); }}>{t("copy.do")}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
