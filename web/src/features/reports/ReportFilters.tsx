import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ReportKind } from "../../api/reports";
import { useNames } from "./useNames";
import type { ReportQuery } from "./useReportQuery";

const filtersOf: Record<ReportKind, readonly ("queue" | "agent" | "channel")[]> = {
  queues: ["queue", "channel"], callbacks: ["queue"], agents: ["agent", "queue"], channels: ["channel"], scripts: [],
};

/** One queue, agent or channel alone. */
export function ReportFilters({ kind, query }: { kind: ReportKind; query: ReportQuery }) {
  const { t } = useTranslation("reports");
  const names = useNames();
  const choices = (filter: "queue" | "agent" | "channel") =>
    filter !== "queue" ? names[filter]
    : names.queue.filter(queue => kind === "agents" || (kind === "callbacks" ? queue.kind === "outbound" : queue.kind === "inbound"));
  return filtersOf[kind].map(filter => (
    <NativeSelect
      key={filter} label={t(`filters.${filter}`)} value={query.filters[filter] ?? ""}
      data={[{ value: "", label: t(`all.${filter}`) }, ...choices(filter).map(({ key, name }) => ({ value: key, label: name }))]}
      onChange={event => { query.set({ [filter]: event.currentTarget.value }); }}
    />
  ));
}
