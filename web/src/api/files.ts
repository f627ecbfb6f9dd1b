import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request, read } from "./client";
import { configurationKey } from "./draft";
import type { Change, Problem, Reference } from "./types";

const FILES = "/configuration/draft/files";

/** A recording of the draft. */
export interface AudioFile {
  /** Inside the configuration: `prompts/greeting.wav`. */
  path: string;
  bytes: number;
  /** Null where it cannot be played. */
  seconds: number | null;
  sampleRate: number | null;
  etag: string;
  usedBy: Reference[];
}

const addressOf = (path: string) => `${FILES}/${path.split("/").map(encodeURIComponent).join("/")}`;

/** Where the browser's player finds it; the tag keeps it from playing an older one. */
export const audioSource = ({ path, etag }: Pick<AudioFile, "path" | "etag">) => `/api/v1${addressOf(path)}?v=${encodeURIComponent(etag)}`;

export const useFiles = () =>
  useQuery({
    queryKey: [...configurationKey, "files"],
    queryFn: async ({ signal }) => (await read<{ items: AudioFile[] }>(FILES, { signal })).items,
  });

/** Stores a recording. Fails with ApiProblem 422 that tells what is wrong with the sound. */
export function useUpload() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, sound, etag }: { path: string; sound: Blob; etag: string | null }) =>
      request(addressOf(path), { method: "PUT", body: sound, type: "audio/wav", ...(etag === null ? { create: true } : { ifMatch: etag }) }),
    onSuccess: () => client.invalidateQueries({ queryKey: configurationKey }),
  });
}

export function useDeleteFile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, etag }: Pick<AudioFile, "path" | "etag">) => request(addressOf(path), { method: "DELETE", ifMatch: etag }),
    onSuccess: () => client.invalidateQueries({ queryKey: configurationKey }),
  });
}

/** What bringing in a folder came to. */
export interface Imported {
  changes: Change[];
  problems: Problem[];
}

/** Makes the content of a ZIP file the draft; nothing is in force until it is published. */
export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ zip, etag }: { zip: Blob; etag: string }) =>
      (await request<Imported>("/configuration/draft/import", { method: "POST", body: zip, type: "application/zip", ifMatch: etag })).data,
    onSuccess: () => client.invalidateQueries({ queryKey: configurationKey }),
  });
}
