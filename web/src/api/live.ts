import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, read, request } from "./client";
import { liveKeys } from "./eventCaches";
import { useLineState } from "./events";
import type { components } from "./generated/schema";

type Bodies = components["schemas"];
export type LiveQueue = Bodies["QueueBody"];
export type LiveAgent = Bodies["AgentBody"];
export type AgentStatus = Bodies["AgentStatus"];
export type LiveCallback = Bodies["CallbackBody"];
export type Interaction = Bodies["InteractionBody"];

const LIVE = "live";

/** How often live figures are asked for again where they are not told, in milliseconds; not while the page is hidden. */
const PERIOD = 3_000;

/** Told by events while a page listens (`useEvents`), asked for now and then otherwise. */
function useLive<T>(queryKey: readonly string[], path: string) {
  const isTold = useLineState() === "live";
  return useQuery({
    queryKey, queryFn: ({ signal }) => read<T>(path, { signal }), refetchInterval: isTold ? false : PERIOD, staleTime: isTold ? Infinity : 0,
  });
}

export const useLiveQueues = () => useLive<Bodies["QueuesBody"]>(liveKeys.queues, "/queues");
export const useLiveAgents = () => useLive<Bodies["AgentsBody"]>(liveKeys.agents, "/agents");
export const useLiveStatus = () => useLive<Bodies["StatusBody"]>(liveKeys.status, "/status");

/** Records of calls, callbacks and messages, newest first, before one of them. */
export const useInteractions = (before?: string, limit = 25) =>
  useQuery({
    queryKey: [...liveKeys.interactions, before ?? ""],
    queryFn: ({ signal }) => read<Bodies["InteractionsBody"]>(address("/interactions", { limit, before }), { signal }),
    // What is older does not change any more.
    ...(before === undefined ? { refetchInterval: PERIOD * 5 } : {}),
  });

function useLiveDeed<A>(deed: (asked: A) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: deed, onSettled: () => client.invalidateQueries({ queryKey: [LIVE] }) });
}

export const useSetStatus = () => useLiveDeed(({ agent, status, code }: { agent: string; status: AgentStatus; code?: string | undefined }) =>
  request(`${address("/agents", agent)}/status`, { method: "PUT", body: { status, ...(code ? { code } : {}) } }));
