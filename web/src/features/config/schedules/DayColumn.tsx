import type { KeyboardEvent, MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { afterKey } from "./blockKeys";
import { longDay } from "./dayNames";
import { HoursBlock } from "./HoursBlock";
import { dayMinutes, type Stretch } from "./hours";
import type { Stroke } from "./useStroke";
import { blocksOf, type Block, type Brush, type Day, type Week } from "./week";
import styles from "./weekGrid.module.css";

interface Props {
  day: Day;
  /** The week as it looks while a stroke goes on. */
  shown: Week;
  stroke: Stroke;
  brush: Brush;
  step: number;
  /** A click where nothing is; the minute of the day. */
  onAdd: (minute: number) => void;
  onOpen: (day: Day, index: number) => void;
  onReplace: (day: Day, index: number, stretch: Stretch | "remove") => void;
}

/** One day from midnight to midnight. */
export function DayColumn({ day, shown, stroke, brush, step, onAdd, onOpen, onReplace }: Props) {
  const { i18n } = useTranslation("schedules");
  const add = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const minute = ((event.clientY - box.top) / box.height) * dayMinutes;
    if (!stroke.wasStroke()) onAdd(Math.floor(minute / step) * step);
  };
  const press = (event: KeyboardEvent, block: Block, stretch: Stretch) => {
    const changed = event.ctrlKey || event.metaKey || event.altKey ? null : afterKey(stretch, event.key, event.shiftKey, step);
    if (!changed) return;
    event.preventDefault();
    onReplace(block.day, block.index, changed);
  };
  return (
    // The keyboard's way to the same is the day's menu.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.column} data-column={day} role="group" aria-label={longDay(day, i18n.language)}
      onPointerDown={(event) => { stroke.begin(event, { kind: "paint", day, brush }); }} onClick={add}
    >
      {blocksOf(shown, day).map((block) => {
        const stretch = shown[block.day][block.index];
        return stretch && (
          <HoursBlock
            // By place in the day, so that hours keep the focus while keys move them.
            key={`${block.day}-${String(block.index)}`} block={block} stretch={stretch}
            onGrab={(event, kind) => { stroke.begin(event, { kind, day: block.day, index: block.index, stretch }); }}
            onKey={(event) => { press(event, block, stretch); }}
            onOpen={() => { if (!stroke.wasStroke()) onOpen(block.day, block.index); }}
          />
        );
      })}
    </div>
  );
}
