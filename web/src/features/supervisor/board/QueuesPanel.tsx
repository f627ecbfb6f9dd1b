import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useDayFigures } from "../../../api/figures";
import type { LiveQueue } from "../../../api/live";
import { DataTable } from "../../../ui/table/DataTable";
import { Tag } from "../../../ui/Tag";
import { lengthInWords } from "../../../ui/words";
import { FreeAgents } from "./FreeAgents";
import { LongestWait } from "./LongestWait";
import { Panel } from "./Panel";
import { ServiceLevel } from "./ServiceLevel";

export function QueuesPanel({ queues }: { queues: LiveQueue[] | undefined }) {
  const { t } = useTranslation("board");
  const day = new Map(useDayFigures().data?.queues.map(figures => [figures.queue, figures]));
  const level = ({ queue }: LiveQueue) => day.get(queue)?.serviceLevelPercent;
  return (
    <Panel title={t("queues.title")} empty={queues?.length === 0 ? t("queues.none") : undefined}>
      <DataTable<LiveQueue>
        label={t("queues.title")} rows={queues} rowKey={queue => queue.queue}
        columns={[
          {
            id: "name", title: t("queues.queue"),
            cell: queue => <><strong>{queue.name}</strong><Group gap={8}><Text span size="xs" c="dimmed">{t(`kinds.${queue.kind}`)}</Text>{!queue.open && <Tag>{t("queues.closed")}</Tag>}</Group></>,
          },
          { id: "waiting", title: t("queues.waiting"), figure: true, cell: queue => <strong>{queue.waiting}</strong> },
          { id: "oldest", title: t("queues.oldest"), figure: true, cell: queue => queue.oldestPlace && <LongestWait queue={queue} /> },
          { id: "expected", title: t("queues.expected"), figure: true, cell: queue => queue.expectedWaitSeconds !== null && lengthInWords(queue.expectedWaitSeconds * 1000, t) },
          { id: "delayed", title: t("queues.delayed"), figure: true, cell: queue => queue.kind === "outbound" && String(queue.delayed) },
          { id: "inFlight", title: t("queues.inFlight"), figure: true, cell: queue => String(queue.inFlight) },
          { id: "free", title: t("queues.free"), figure: true, cell: queue => <FreeAgents queue={queue} /> },
          { id: "level", title: t("queues.level"), figure: true, cell: queue => typeof level(queue) === "number" && <ServiceLevel queue={queue} percent={level(queue)} /> },
          { id: "abandoned", title: t("queues.abandoned"), figure: true, cell: queue => queue.kind === "inbound" && day.get(queue.queue)?.abandoned },
        ]}
      />
    </Panel>
  );
}
