import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, read, request } from "./client";
import { liveKeys } from "./eventCaches";
import type { components } from "./generated/schema";

/** A message that a caller left. */
export type Voicemail = components["schemas"]["VoicemailBody"];

export interface VoicemailQuery {
  status?: "open" | Voicemail["status"];
  queue?: string;
  search?: string;
  before?: string;
  limit?: number;
}

/** Asked for again now and then where no event tells of them, in milliseconds. */
const PERIOD = 15_000;

/** Messages of the queues one may handle, newest first. */
export const useVoicemails = (query: VoicemailQuery) =>
  useQuery({
    queryKey: [...liveKeys.voicemails, query],
    queryFn: ({ signal }) => read<components["schemas"]["VoicemailsBody"]>(address("/voicemails", { ...query }), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: PERIOD,
  });

/** Where a message's sound is played from, below `/api/v1`. */
export const voicemailPath = (id: string) => `${address("/voicemails", id)}/audio`;

/** Asks for a callback to whoever left the message. */
export function useVoicemailCallBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(`${address("/voicemails", id)}/call-back`, { method: "POST", body: {} }),
    onSettled: () => client.invalidateQueries({ queryKey: liveKeys.callbacks }),
  });
}

/** Tells that a message was heard, closes it, or opens it again. */
export function useVoicemailDeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, deed, note }: { id: string; deed: "heard" | "close" | "reopen"; note?: string }) =>
      request(`${address("/voicemails", id)}/${deed}`, { method: "POST", ...(deed === "heard" ? {} : { body: note ? { note } : {} }) }),
    onSettled: () => client.invalidateQueries({ queryKey: liveKeys.voicemails }),
  });
}
