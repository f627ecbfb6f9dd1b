import { useTranslation } from "react-i18next";
import type { LiveQueue } from "../../../api/live";
import { isUnstaffed } from "./goals";
import { Mark } from "./Mark";

/** How many agents of a queue are free, of those who are there. */
export function FreeAgents({ queue }: { queue: LiveQueue }) {
  const { t } = useTranslation("board");
  return <Mark wrong={isUnstaffed(queue) ? t("goals.nobody") : null}>{queue.agentsAvailable} / {queue.agentsLoggedIn}</Mark>;
}
