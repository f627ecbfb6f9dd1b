import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CallbackDetail } from "../../../api/callbacks";
import { DataTable } from "../../../ui/table/DataTable";
import { lengthInWords, momentInFull, momentInWords } from "../../../ui/words";
import type { Names } from "./columns";

type Attempt = CallbackDetail["attempts"][number];

/** Every try, and what came of it. */
export function AttemptList({ attempts, names }: { attempts: Attempt[]; names: Names }) {
  const { t } = useTranslation("callbacks");
  const { t: words } = useTranslation("board");
  if (attempts.length === 0) return <Text c="dimmed">{t("attempts.none")}</Text>;
  return (
    <DataTable<Attempt>
      label={t("attempts.title")} rows={attempts} rowKey={attempt => String(attempt.serial)}
      columns={[
        { id: "number", title: t("attempts.number"), cell: attempt => (attempt.usesAttempt || attempt.outcome === null ? String(attempt.number) : t("attempts.free", { n: attempt.number })) },
        { id: "begun", title: t("attempts.begun"), cell: attempt => <time dateTime={attempt.begunAt} title={momentInFull(attempt.begunAt)}>{momentInWords(attempt.begunAt)}</time> },
        { id: "agent", title: words("agents.agent"), cell: attempt => attempt.agent && (names.agents.get(attempt.agent) ?? attempt.agent) },
        { id: "outcome", title: words("interactions.outcome"), cell: attempt => (attempt.outcome ? words(`outcomes.${attempt.outcome}`) : t("attempts.underWay")) },
        {
          id: "talk", title: t("attempts.talk"), figure: true,
          cell: attempt => attempt.answeredAt && attempt.endedAt && lengthInWords(Date.parse(attempt.endedAt) - Date.parse(attempt.answeredAt), words),
        },
      ]}
    />
  );
}
