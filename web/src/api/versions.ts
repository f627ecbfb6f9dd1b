import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, read, request } from "./client";
import { configurationKey } from "./draft";
import type { Backlog, Change, Version } from "./types";

/** Newest first; `before` a version. */
export const useVersions = (before?: number, limit = 50) =>
  useQuery({
    queryKey: [...configurationKey, "versions", before ?? 0, limit],
    queryFn: ({ signal }) => read<Backlog<Version>>(address("/configuration/versions", { limit, before }), { signal }),
  });

export const useVersionChanges = (from: number | undefined, to: number | undefined) =>
  useQuery({
    queryKey: [...configurationKey, "versions", "changes", from ?? 0, to ?? 0],
    queryFn: async ({ signal }) =>
      (await read<{ changes: Change[] }>(address(`/configuration/versions/${String(from)}/changes`, { to }), { signal })).changes,
    enabled: from !== undefined && to !== undefined,
  });

function useConfigurationDeed<A, R>(deed: (asked: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: deed, onSuccess: () => client.invalidateQueries({ queryKey: configurationKey }) });
}

/** Puts the draft in force. Fails with ApiProblem 422 and all problems, 412 where the draft is another one by now, 409 with nothing to publish. */
export const usePublish = () => useConfigurationDeed(async ({ note, etag }: { note?: string; etag: string }) =>
  (await request<{ version: number }>("/configuration/draft/publish", { method: "POST", body: note ? { note } : {}, ifMatch: etag })).data);

export const useDiscard = () => useConfigurationDeed(({ etag }: { etag: string }) =>
  request("/configuration/draft", { method: "DELETE", ifMatch: etag }));

/** Its content becomes the draft; nothing is in force until it is published. */
export const useRestore = () => useConfigurationDeed((version: number) =>
  request(`/configuration/versions/${String(version)}/restore`, { method: "POST", ifMatch: "*" }));
