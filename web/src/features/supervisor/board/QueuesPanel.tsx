import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useDayFigures } from "../../../api/figures";
import type { LiveQueue } from "../../../api/live";
import { Elapsed } from "../../../ui/Elapsed";
import { DataTable } from "../../../ui/table/DataTable";
import { Tag } from "../../../ui/Tag";
import { lengthInWords } from "../../../ui/words";
import { Panel } from "./Panel";

const percent = (share: number | null | undefined) => (share === null || share === undefined ? "" : `${String(Math.round(share))} %`);

export function QueuesPanel({ queues }: { queues: LiveQueue[] | undefined }) {
  const { t } = useTranslation("board");
  const day = new Map(useDayFigures().data?.queues.map(figures => [figures.queue, figures]));
  return (
    <Panel title={t("queues.title")} empty={queues?.length === 0 ? t("queues.none") : undefined}>
      <DataTable<LiveQueue>
        label={t("queues.title")} rows={queues} rowKey={queue => queue.queue}
        columns={[
          { id: "name", title: t("queues.queue"), cell: queue => <Group gap={8}><strong>{queue.name}</strong>{!queue.open && <Tag>{t("queues.closed")}</Tag>}</Group> },
          { id: "kind", title: t("queues.kind"), cell: queue => t(`kinds.${queue.kind}`) },
          { id: "waiting", title: t("queues.waiting"), figure: true, cell: queue => String(queue.waiting) },
          { id: "delayed", title: t("queues.delayed"), figure: true, cell: queue => queue.kind === "outbound" && String(queue.delayed) },
          { id: "inFlight", title: t("queues.inFlight"), figure: true, cell: queue => String(queue.inFlight) },
          { id: "oldest", title: t("queues.oldest"), figure: true, cell: queue => queue.oldestPlace && <Elapsed at={queue.oldestPlace} /> },
          { id: "expected", title: t("queues.expected"), figure: true, cell: queue => queue.expectedWaitSeconds !== null && lengthInWords(queue.expectedWaitSeconds * 1000, t) },
          { id: "level", title: t("queues.level"), figure: true, cell: queue => percent(day.get(queue.queue)?.serviceLevelPercent) },
          { id: "abandoned", title: t("queues.abandoned"), figure: true, cell: queue => queue.kind === "inbound" && day.get(queue.queue)?.abandoned },
          { id: "free", title: t("queues.free"), figure: true, cell: queue => `${String(queue.agentsAvailable)} / ${String(queue.agentsLoggedIn)}` },
        ]}
      />
    </Panel>
  );
}
