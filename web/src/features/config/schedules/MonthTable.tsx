import { ActionIcon, Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "../../../ui/icons";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { longDate, monthName, plusDays, plusMonths, weeksOf, type IsoDate } from "./calendar";
import styles from "./calendar.module.css";
import { shortDay, longDay } from "./dayNames";
import type { HoursEntry } from "./hours";
import { days } from "./week";

interface Props {
  exceptions: Readonly<Record<IsoDate, readonly HoursEntry[]>>;
  today: IsoDate;
  onOpen: (date: IsoDate) => void;
}

const moves: Record<string, (date: IsoDate) => IsoDate> = {
  ArrowLeft: (date) => plusDays(date, -1),
  ArrowRight: (date) => plusDays(date, 1),
  ArrowUp: (date) => plusDays(date, -7),
  ArrowDown: (date) => plusDays(date, 7),
  PageUp: (date) => plusMonths(date, -1),
  PageDown: (date) => plusMonths(date, 1),
};

/** A month of dates; one takes the keyboard's focus and the arrows move it. */
export function MonthTable({ exceptions, today, onOpen }: Props) {
  const { t, i18n } = useTranslation("schedules");
  const [current, setCurrent] = useState(today);
  const table = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  const [year, month] = [Number(current.slice(0, 4)), Number(current.slice(5, 7)) - 1];

  useEffect(() => {
    if (byKey.current) table.current?.querySelector<HTMLElement>(`[data-date="${current}"]`)?.focus();
    byKey.current = false;
  }, [current]);

  const press = (event: KeyboardEvent, date: IsoDate) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    byKey.current = true;
    setCurrent(move(date));
  };
  const wordsOf = (date: IsoDate) => {
    const hours = exceptions[date];
    if (!hours) return null;
    return hours.length === 0 ? t("closed") : hours.map((entry) => entry.hours).join(", ");
  };

  return (
    <div>
      <Group justify="space-between" mb="xs">
        <ActionIcon variant="default" aria-label={t("calendar.before")} onClick={() => { setCurrent(plusMonths(current, -1)); }}><IconChevronLeft size={16} /></ActionIcon>
        <Text fw={600} tt="capitalize" aria-live="polite">{monthName(year, month, i18n.language)}</Text>
        <ActionIcon variant="default" aria-label={t("calendar.after")} onClick={() => { setCurrent(plusMonths(current, 1)); }}><IconChevronRight size={16} /></ActionIcon>
      </Group>
      <table className={styles.month} ref={table}>
        <thead>
          <tr>{days.map((day) => <th key={day} scope="col"><abbr title={longDay(day, i18n.language)} style={{ textDecoration: "none" }}>{shortDay(day, i18n.language)}</abbr></th>)}</tr>
        </thead>
        <tbody>
          {weeksOf(year, month).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => {
                const words = wordsOf(date);
                return (
                  <td key={date}>
                    <button
                      type="button" className={styles.day} data-date={date} tabIndex={date === current ? 0 : -1}
                      data-outside={Number(date.slice(5, 7)) - 1 !== month || undefined} data-today={date === today || undefined}
                      data-exception={exceptions[date] ? (exceptions[date].length === 0 ? "closed" : "hours") : undefined}
                      aria-label={`${longDate(date, i18n.language)}: ${words ?? t("calendar.asUsual")}`}
                      onKeyDown={(event) => { press(event, date); }}
                      onClick={() => { setCurrent(date); onOpen(date); }}
                    >
                      <span className={styles.number}>{Number(date.slice(8))}</span>
                      {words && <span className={styles.mark}>{words.replaceAll("-", "–")}</span>}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
