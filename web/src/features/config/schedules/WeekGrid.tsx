import { Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BrushPicker } from "./BrushPicker";
import { CopyDayDialog } from "./CopyDayDialog";
import { DayColumn } from "./DayColumn";
import { DayMenu } from "./DayMenu";
import { longDay, shortDay } from "./dayNames";
import { dayMinutes, type Stretch } from "./hours";
import { StretchDialog } from "./StretchDialog";
import { useStroke } from "./useStroke";
import { copyDay, days, freePlace, paint, remove, replace, type Brush, type Day, type Week } from "./week";
import styles from "./weekGrid.module.css";

interface Props {
  week: Week;
  onChange: (week: Week) => void;
}

type Open = { kind: "hours"; day: Day; index: number | null; stretch: Stretch } | { kind: "copy"; day: Day } | null;

const steps = ["5", "15", "30", "60"];
const shownHours = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22];
const officeMorning = 8 * 60;
const usualLength = 8 * 60;

/** The hours of a week, to be painted with a mouse, or made with the keyboard by each day's menu and on the hours themselves. */
export function WeekGrid({ week, onChange }: Props) {
  const { t, i18n } = useTranslation("schedules");
  const [brush, setBrush] = useState<Brush>(0);
  const [step, setStep] = useState("30");
  const [open, setOpen] = useState<Open>(null);
  const stroke = useStroke(week, Number(step), onChange);
  const close = () => { setOpen(null); };
  const apply = (next: Week) => { onChange(next); close(); };
  const add = (day: Day, from: number, length: number) => {
    const free = freePlace(week, day, from, length) ?? { from: officeMorning, to: officeMorning + length, treatment: 0 };
    setOpen({ kind: "hours", day, index: null, stretch: { ...free, treatment: brush === "closed" ? 0 : brush } });
  };

  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <BrushPicker brush={brush} onChange={setBrush} label={t("brush.label")} />
        <Select
          w={130} label={t("step.label")} value={step} onChange={(value) => { setStep(value ?? "30"); }} allowDeselect={false}
          data={steps.map((value) => ({ value, label: t("step.minutes", { count: Number(value) }) }))}
        />
      </Group>
      <Text size="sm" c="dimmed">{t("grid.help")}</Text>
      <div className={styles.grid} role="group" aria-label={t("grid.label")}>
        <span />
        {days.map((day) => (
          <div key={day} className={styles.dayHead}>
            <span title={longDay(day, i18n.language)}>{shortDay(day, i18n.language)}</span>
            <DayMenu
              day={day} empty={week[day].length === 0} onAdd={() => { add(day, officeMorning, usualLength); }}
              onWholeDay={() => { onChange(paint(week, day, 0, dayMinutes, brush === "closed" ? 0 : brush)); }}
              onCopy={() => { setOpen({ kind: "copy", day }); }} onClear={() => { onChange({ ...week, [day]: [] }); }}
            />
          </div>
        ))}
        <div className={styles.hours} aria-hidden>
          {shownHours.map((hour) => <span key={hour} style={{ top: `calc(var(--hour) * ${String(hour)})` }}>{hour}:00</span>)}
        </div>
        {days.map((day) => (
          <DayColumn
            key={day} day={day} shown={stroke.shown} stroke={stroke} brush={brush} step={Number(step)}
            onAdd={(minute) => { add(day, minute, Number(step)); }}
            onOpen={(of, index) => { const stretch = week[of][index]; if (stretch) setOpen({ kind: "hours", day: of, index, stretch }); }}
            onReplace={(of, index, stretch) => { onChange(stretch === "remove" ? remove(week, of, index) : replace(week, of, index, stretch)); }}
          />
        ))}
      </div>
      {open?.kind === "hours" && (
        <StretchDialog
          day={open.day} stretch={open.stretch} existing={open.index !== null} onClose={close}
          onApply={(s) => { apply(open.index === null ? paint(week, open.day, s.from, s.to, s.treatment) : replace(week, open.day, open.index, s)); }}
          onRemove={() => { apply(open.index === null ? week : remove(week, open.day, open.index)); }}
        />
      )}
      {open?.kind === "copy" && <CopyDayDialog day={open.day} onClose={close} onCopy={(to) => { apply(copyDay(week, open.day, to)); }} />}
    </Stack>
  );
}
