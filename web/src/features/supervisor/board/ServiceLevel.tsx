import { useTranslation } from "react-i18next";
import type { LiveQueue } from "../../../api/live";
import { currentLanguage } from "../../../i18n";
import { isBelow } from "./goals";
import { Mark } from "./Mark";

/** The share of today's callers who were answered in time. */
export function ServiceLevel({ queue, percent }: { queue: LiveQueue; percent: number | null | undefined }) {
  const { t } = useTranslation("board");
  if (percent === null || percent === undefined) return null;
  const told = (share: number) => (share / 100).toLocaleString(currentLanguage(), { style: "percent", maximumFractionDigits: 0 });
  return <Mark wrong={isBelow(queue, percent) ? t("goals.below", { percent: told(queue.goal?.percent ?? 0) }) : null}>{told(percent)}</Mark>;
}
