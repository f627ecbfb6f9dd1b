import { useMutation, useQueryClient } from "@tanstack/react-query";
import { address, request } from "./client";
import { liveKeys } from "./eventCaches";

/** An agent in a queue: as it is now, and as the configuration has it. */
export interface Membership {
  queue: string;
  skill: number;
  enabled: boolean;
  configured: boolean;
}

/** Lets an agent serve a queue, or not, until it is changed again. */
export function useSetMembership() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ agent, queue, enabled }: { agent: string; queue: string; enabled: boolean }) =>
      request(address("/agents", agent, "queues", queue), { method: "PUT", body: { enabled } }),
    onSettled: () => client.invalidateQueries({ queryKey: liveKeys.agents }),
  });
}
