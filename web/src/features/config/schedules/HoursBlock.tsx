import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { longDay } from "./dayNames";
import { dayMinutes, writeHours, type Stretch } from "./hours";
import treatment from "./treatment.module.css";
import type { Block } from "./week";
import styles from "./weekGrid.module.css";

interface Props {
  block: Block;
  stretch: Stretch;
  onGrab: (event: PointerEvent, kind: "from" | "to" | "move") => void;
  onKey: (event: KeyboardEvent) => void;
  onOpen: () => void;
}

/** Hours drawn in a day's column. Only the part in its own day takes the keyboard; the morning after it is for looking at and for a click. */
export function HoursBlock({ block, stretch, onGrab, onKey, onOpen }: Props) {
  const { t, i18n } = useTranslation("schedules");
  const { hours } = writeHours(stretch);
  const kind = block.treatment === 0 ? t("open") : t("treatment", { number: block.treatment });
  const shown = hours.replace("-", "–");
  return (
    <button
      type="button" className={`${treatment.paint ?? ""} ${styles.block ?? ""}`} data-treatment={block.treatment} data-carried={block.carried || undefined}
      tabIndex={block.carried ? -1 : 0}
      style={{ top: `${String((block.from / dayMinutes) * 100)}%`, height: `${String(((block.to - block.from) / dayMinutes) * 100)}%` }}
      aria-label={t("block", { day: longDay(block.day, i18n.language), hours: shown, kind })}
      aria-hidden={block.carried || undefined} title={shown}
      onPointerDown={(event) => { if (!block.carried) onGrab(event, "move"); }}
      onKeyDown={onKey}
      onClick={(event) => { event.stopPropagation(); onOpen(); }}
    >
      <span className={styles.words}>{block.treatment === 0 ? "" : `#${String(block.treatment)} `}{shown}</span>
      {!block.carried && <span className={styles.handle} data-edge="from" onPointerDown={(event) => { onGrab(event, "from"); }} />}
      {!block.carried && <span className={styles.handle} data-edge="to" onPointerDown={(event) => { onGrab(event, "to"); }} />}
    </button>
  );
}
