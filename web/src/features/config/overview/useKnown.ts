import { useQueries, useQuery } from "@tanstack/react-query";
import { listQuery, objectQuery, useConfiguration } from "../../../api/draft";
import { sections, type Section } from "../../../api/types";
import type { Known } from "./steps";

/** Outbound queues that are asked whether a script names them: the first few will do. */
const askedQueues = 10;

/** What the overview tells of; undefined while it is not all there. */
export function useKnown(): { known: Known | undefined; error: Error | null } {
  const configuration = useConfiguration();
  const tenant = useQuery({ ...objectQuery("tenant", "tenant"), retry: false });
  const lists = useQueries({ queries: sections.map((section) => listQuery(section, { limit: section === "outboundQueues" ? askedQueues : 1 })) });
  const outbound = lists[sections.indexOf("outboundQueues")]?.data?.items ?? [];
  const queues = useQueries({ queries: outbound.map(({ key }) => objectQuery("outboundQueues", key)) });
  const error = configuration.error ?? lists.find((list) => list.error)?.error ?? null;
  if (!configuration.data || lists.some((list) => list.isPending) || tenant.isPending) return { known: undefined, error };
  const counts: Partial<Record<Section, number>> = Object.fromEntries(sections.map((section, index) => [section, lists[index]?.data?.total ?? 0]));
  return {
    known: {
      counts,
      tenant: Boolean(tenant.data?.value.name),
      callback: queues.some((queue) => queue.data?.usedBy.some((user) => user.section === "scripts")),
      version: configuration.data.version,
      empty: configuration.data.empty,
      changes: configuration.data.draft.changes,
    },
    error,
  };
}
