import { useTranslation } from "react-i18next";
import type { Interaction } from "../../../api/live";
import { lengthInWords, momentInWords, phoneInWords } from "../../../ui/words";
import { Facts } from "./Facts";

/** What is known of somebody who called: when, where, and how long they waited. */
export function CallFacts({ interaction }: { interaction: Interaction }) {
  const { t } = useTranslation("desk");
  const { t: board } = useTranslation("board");
  const { startedAt, queuedAt, answeredAt, dialled } = interaction;
  return (
    <Facts
      facts={[
        [t("facts.calledAt"), momentInWords(startedAt)],
        [t("facts.dialled"), dialled && phoneInWords(dialled)],
        [t("facts.waited"), queuedAt && answeredAt && lengthInWords(Date.parse(answeredAt) - Date.parse(queuedAt), board)],
      ]}
    />
  );
}
