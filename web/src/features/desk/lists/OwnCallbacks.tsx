import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useOwnCallbacks } from "../../../api/today";
import type { AgentCallback } from "../../../api/work";
import { DataTable } from "../../../ui/table/DataTable";
import { Tag } from "../../../ui/Tag";
import { momentInWords, phoneInWords, windowInWords } from "../../../ui/words";
import { toneOf } from "../../supervisor/board/callbackState";
import { useDesk } from "../DeskContext";

/** Callbacks kept for the agent, and those handled of late. */
export function OwnCallbacks() {
  const { t } = useTranslation("desk");
  const { t: board } = useTranslation("board");
  const { agent } = useDesk();
  const { data, error } = useOwnCallbacks(agent);
  if (error && !data) return <Text c="dimmed">{error.message}</Text>;
  if (data?.items.length === 0) return <Text c="dimmed">{t("lists.noCallbacks")}</Text>;
  return (
    <DataTable<AgentCallback>
      label={t("lists.callbacks")} rows={data?.items} rowKey={callback => callback.id}
      columns={[
        { id: "number", title: board("callbacks.number"), cell: ({ number, name }) => <><strong className="figures">{phoneInWords(number)}</strong>{name && <Text size="xs" c="dimmed">{name}</Text>}</> },
        { id: "queue", title: board("queues.queue"), cell: ({ queue, queueName }) => queueName ?? queue },
        { id: "status", title: board("agents.status"), cell: ({ status }) => <Tag tone={toneOf(status)}>{board(`callbackStates.${status}`)}</Tag> },
        { id: "attempts", title: board("callbacks.attempts"), figure: true, cell: ({ attempt, attempts }) => t("facts.attemptOf", { n: Math.min(attempt, attempts), m: attempts }) },
        { id: "asked", title: t("facts.askedAt"), figure: true, cell: ({ askedAt, window }) => (window ? windowInWords(window, new Date()) : momentInWords(askedAt)) },
      ]}
    />
  );
}
