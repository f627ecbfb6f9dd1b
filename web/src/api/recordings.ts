import { useMutation, useQueries, useQueryClient } from "@tanstack/react-query";
import { address, read, request } from "./client";
import type { components } from "./generated/schema";

export type Recording = components["schemas"]["RecordingBody"];

const KEY = "recordings";

/** How often one that is still being made is looked at again, in milliseconds. */
const PERIOD = 5_000;

/** What was recorded of several calls, in the order it was. Nothing is asked without `allowed`. */
export const useRecordings = (interactions: string[], allowed: boolean) =>
  useQueries({
    queries: (allowed ? interactions : []).map(interaction => ({
      queryKey: [KEY, interaction],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await read<components["schemas"]["RecordingsBody"]>(address("/recordings", { interaction }), { signal })).items,
      refetchInterval: ({ state }: { state: { data: Recording[] | undefined } }) => (state.data?.some(one => one.state === "recording") ? PERIOD : false) as number | false,
    })),
    combine: found => found.flatMap(query => query.data ?? []).sort((a, b) => a.at.localeCompare(b.at)),
  });

/** The sound is gone for good; that it was there is not. */
export function useDeleteRecording() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(address("/recordings", id), { method: "DELETE" }),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}

/** Where it is played from, below `/api/v1`. */
export const recordingPath = (id: string) => `${address("/recordings", id)}/audio`;
