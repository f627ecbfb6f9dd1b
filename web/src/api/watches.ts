import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, read, request } from "./client";
import type { components } from "./generated/schema";

/** `listen`: both are heard; `whisper`: the agent hears the watcher too; `barge`: all three hear each other. */
export const watchModes = ["listen", "whisper", "barge"] as const;
export type WatchMode = (typeof watchModes)[number];
export type Watch = components["schemas"]["WatchBody"];

const KEY = ["watches"];

/** How often it is asked whether one's own goes on, in milliseconds. */
const PERIOD = 1_000;

/** Rings one's own phone, and joins it to the agent's call when it is answered. The answer is the watch's id. */
export const useBeginWatch = () => useMutation({
  mutationFn: async ({ agent, mode }: { agent: string; mode: WatchMode }) =>
    (await request<{ id: string }>(address("/agents", agent, "watch"), { method: "POST", body: { mode } })).data.id,
});

/** Who is at whose call now; nothing is asked without `wanted`. */
export const useWatches = (wanted: boolean) =>
  useQuery({
    queryKey: KEY, queryFn: async ({ signal }) => (await read<components["schemas"]["WatchesBody"]>("/watches", { signal })).items, enabled: wanted,
    refetchInterval: PERIOD, staleTime: 0, gcTime: 0,
  });

/** Goes from one way of being at a call to another. */
export function useWatchMode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, mode }: { id: string; mode: WatchMode }) => request(address("/watches", id), { method: "PUT", body: { mode } }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** The two talk on. */
export const endWatch = (id: string) => request(address("/watches", id), { method: "DELETE" });
