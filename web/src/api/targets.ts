import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { address, read } from "./client";
import type { AgentStatus } from "./work";

/** Whom a call can be handed to, or asked. */
export interface Targets {
  agents: { agent: string; name: string; status: AgentStatus; reachable: boolean }[];
  queues: { queue: string; name: string; waiting: number }[];
}

/** Those whose name or key has `search` in it. */
export const useTargets = (agent: string, search: string) =>
  useQuery({
    queryKey: ["targets", agent, search],
    queryFn: ({ signal }) => read<Targets>(`${address("/agents", agent)}${address("/targets", { search })}`, { signal }),
    placeholderData: keepPreviousData,
  });
