import { Paper, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useToday } from "../../api/today";
import { lengthInWords } from "../../ui/words";
import { Facts } from "./customer/Facts";
import { useDesk } from "./DeskContext";

const SECOND = 1_000;

/** What the agent did today. */
export function TodayPanel() {
  const { t } = useTranslation("desk");
  const { t: board } = useTranslation("board");
  const { agent } = useDesk();
  const { data: today } = useToday(agent);
  if (!today) return null;
  const length = (seconds: number | null) => seconds !== null && (seconds === 0 ? "–" : lengthInWords(seconds * SECOND, board));
  return (
    <Paper p="md" component="section" aria-label={t("today.title")}>
      <Title order={2} size="h3" mb="xs">{t("today.title")}</Title>
      <Facts
        facts={[
          [t("today.calls"), String(today.calls)], [t("today.callbacks"), String(today.callbacks)], [t("today.voicemails"), String(today.voicemails)],
          [t("today.talk"), length(today.talkSeconds)], [t("today.average"), length(today.averageTalkSeconds)], [t("today.wrapUp"), length(today.wrapUpSeconds)],
          [t("today.available"), length(today.availableSeconds)], [t("today.break"), length(today.breakSeconds)],
          [t("today.offers"), String(today.offers)], [t("today.notAnswered"), String(today.notAnswered)], [t("today.rejected"), String(today.rejected)],
        ]}
      />
    </Paper>
  );
}
