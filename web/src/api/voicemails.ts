import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, read, request } from "./client";
import { liveKeys } from "./eventCaches";

/** A message that a caller left. */
export interface Voicemail {
  /** The interaction's. */
  id: string;
  queue: string;
  /** Null where withheld. */
  caller: string | null;
  language: string;
  at: string;
  lengthSeconds: number;
  status: "new" | "heard" | "closed";
  note: string | null;
}

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
    queryFn: ({ signal }) => read<{ items: Voicemail[]; next: string | null }>(address("/voicemails", { ...query }), { signal }),
    refetchInterval: PERIOD,
  });

/** Where a message's sound is played from. */
export const voicemailSound = (id: string) => `/api/v1${address("/voicemails", id)}/audio`;

/** Tells that a message was heard, closes it, or opens it again. */
export function useVoicemailDeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, deed, note }: { id: string; deed: "heard" | "close" | "reopen"; note?: string }) =>
      request(`${address("/voicemails", id)}/${deed}`, { method: "POST", ...(deed === "heard" ? {} : { body: note ? { note } : {} }) }),
    onSettled: () => client.invalidateQueries({ queryKey: liveKeys.voicemails }),
  });
}
