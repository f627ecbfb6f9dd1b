import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInteractions, type Interaction } from "../../../api/live";
import { DataTable } from "../../../ui/table/DataTable";
import { lengthInWords, momentInFull, momentInWords, phoneInWords } from "../../../ui/words";
import { useOutcome } from "../../interactions/useOutcome";
import type { Names } from "../callbacks/columns";
import { Panel } from "./Panel";

/** The records of calls, callbacks and messages, newest first. */
export function InteractionsPanel({ names }: { names: Names }) {
  const { t } = useTranslation("board");
  const [trail, setTrail] = useState<string[]>([]);
  const { data } = useInteractions(trail.at(-1));
  const outcome = useOutcome();
  return (
    <Panel title={t("interactions.title")} empty={data?.items.length === 0 && trail.length === 0 ? t("interactions.none") : undefined}>
      <DataTable<Interaction>
        label={t("interactions.title")} rows={data?.items} rowKey={record => record.id} place={record => `/interactions/${record.id}`}
        columns={[
          { id: "at", title: t("interactions.began"), cell: record => <time dateTime={record.startedAt} title={momentInFull(record.startedAt)}>{momentInWords(record.startedAt)}</time> },
          { id: "kind", title: t("interactions.kind"), cell: record => t(`interactionKinds.${record.kind}`) },
          { id: "caller", title: t("interactions.caller"), cell: record => phoneInWords(record.caller) },
          { id: "queue", title: t("queues.queue"), cell: record => record.queue && (names.queues.get(record.queue) ?? record.queue) },
          { id: "agent", title: t("agents.agent"), cell: record => record.agent && (names.agents.get(record.agent) ?? record.agent) },
          { id: "outcome", title: t("interactions.outcome"), cell: record => (record.endedAt ? outcome(record.outcome) : t("interactions.goesOn")) },
          { id: "length", title: t("interactions.length"), figure: true, cell: record => record.endedAt && lengthInWords(Date.parse(record.endedAt) - Date.parse(record.startedAt), t) },
        ]}
      />
      <Group mt="sm" justify="space-between">
        <Text size="sm" c="dimmed">{trail.length === 0 ? t("interactions.newest") : ""}</Text>
        <Group gap="xs">
          {trail.length > 0 && <Button variant="default" size="xs" onClick={() => { setTrail(trail.slice(0, -1)); }}>{t("interactions.newer")}</Button>}
          {data?.next && <Button variant="default" size="xs" onClick={() => { if (data.next) setTrail([...trail, data.next]); }}>{t("interactions.older")}</Button>}
        </Group>
      </Group>
    </Panel>
  );
}
