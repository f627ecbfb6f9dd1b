import { useQuery } from "@tanstack/react-query";
import { address, read } from "../../api/client";
import { useLiveAgents, useLiveQueues } from "../../api/live";

export interface Named {
  key: string;
  name: string;
  /** Of a queue: inbound, outbound or voicemail. */
  kind?: string;
}

/** What a queue, agent or channel is called; its key where it is there no longer. */
export function useNameOf() {
  const names = useNames();
  return (kind: keyof typeof names, key: string | null) => names[kind].find(one => one.key === key)?.name ?? key;
}

/** What there is to choose from, by name. */
export function useNames() {
  const [queues, agents] = [useLiveQueues(), useLiveAgents()];
  const channels = useQuery({
    queryKey: ["reports", "channel-names"],
    queryFn: async ({ signal }) => (await read<{ items: Named[] }>(address("/configuration/draft/channels", { limit: 200 }), { signal })).items,
    staleTime: 60_000,
  });
  const byName = (one: Named, other: Named) => one.name.localeCompare(other.name);
  return {
    queue: (queues.data?.items ?? []).map(({ queue, name, kind }): Named => ({ key: queue, name, kind })).sort(byName),
    agent: (agents.data?.items ?? []).map(({ agent, name }): Named => ({ key: agent, name })).sort(byName),
    channel: [...(channels.data ?? [])].sort(byName),
  };
}
