import { useTranslation } from "react-i18next";
import type { LiveQueue } from "../../../api/live";
import { Elapsed } from "../../../ui/Elapsed";
import { useNow } from "../../../ui/useNow";
import { lengthInWords } from "../../../ui/words";
import { isLate } from "./goals";
import { Mark } from "./Mark";

/** How long the first in line waits, and whether that is longer than the queue has set itself. */
export function LongestWait({ queue, clock = false }: { queue: LiveQueue; clock?: boolean }) {
  const { t } = useTranslation("board");
  const now = useNow();
  if (queue.oldestPlace === null) return null;
  const goal = lengthInWords((queue.goal?.withinSeconds ?? 0) * 1000, t);
  return <Mark wrong={isLate(queue, now) ? t("goals.late", { time: goal }) : null}><Elapsed at={queue.oldestPlace} clock={clock} /></Mark>;
}
