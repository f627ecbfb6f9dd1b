import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, read, request } from "./client";
import type { Forms } from "./forms";
import type { AnySection, Change, Configuration, DraftObject, Item, Page, Problem, Value } from "./types";

const CONFIGURATION = "configuration";
const DRAFT = "/configuration/draft";

export const pageSize = 50;

/** The key of everything that a change of the draft may touch. */
export const configurationKey = [CONFIGURATION];

/** tenant has no key of its own: there is one. */
const objectAddress = (section: AnySection, key: string, ...rest: string[]) =>
  section === "tenant" ? address(`${DRAFT}/tenant`, ...rest) : address(`${DRAFT}/${section}`, key, ...rest);

export interface ListQuery {
  search?: string;
  /** The key that the page comes after. */
  after?: string;
  limit?: number;
  sort?: string;
  /** False to wait with asking. */
  enabled?: boolean;
}

/** What is published and what the draft changes. */
export const useConfiguration = () =>
  useQuery({ queryKey: [CONFIGURATION, "summary"], queryFn: ({ signal }) => read<Configuration>("/configuration", { signal }) });

/** How a page of a section is asked for, and under what it is kept. */
export const listQuery = <T extends Value = Value>(section: AnySection, query: Omit<ListQuery, "enabled"> = {}) =>
  queryOptions({
    queryKey: [CONFIGURATION, "list", section, query],
    queryFn: ({ signal }) => read<Page<Item<T>>>(address(`${DRAFT}/${section}`, { limit: pageSize, ...query }), { signal }),
  });

/** One page of a section; the page before stays on the screen while the next one comes. */
export const useObjects = <T extends Value = Value>(section: AnySection, { enabled = true, ...query }: ListQuery = {}) =>
  useQuery({
    ...listQuery<T>(section, query),
    placeholderData: (shown, before) => (before?.queryKey[2] === section ? shown : undefined),
    enabled,
  });

const objectKey = (section: AnySection, key: string) => [CONFIGURATION, "object", section, key];

/** How one object is asked for; undefined `key` asks for nothing. */
export const objectQuery = <T extends Value = Value>(section: AnySection, key: string | undefined) =>
  queryOptions({
    queryKey: objectKey(section, key ?? ""),
    queryFn: ({ signal }) => read<DraftObject<T>>(objectAddress(section, key ?? ""), { signal }),
    enabled: key !== undefined && key !== "",
  });

/** One object of the draft; undefined `key` (a new one) asks for nothing. */
export const useObject = <T extends Value = Value>(section: AnySection, key: string | undefined) => useQuery(objectQuery<T>(section, key));

/** The same object as YAML text. */
export const useObjectYaml = (section: AnySection, key: string | undefined) =>
  useQuery({
    queryKey: [CONFIGURATION, "yaml", section, key ?? ""],
    queryFn: ({ signal }) => read<string>(objectAddress(section, key ?? ""), { accept: "application/yaml", signal }),
    enabled: key !== undefined,
  });

/** All problems of the draft. */
export const useProblems = () =>
  useQuery({
    queryKey: [CONFIGURATION, "problems"],
    queryFn: async ({ signal }) => (await read<{ problems: Problem[] }>(`${DRAFT}/problems`, { signal })).problems,
  });

/** What publishing would change. */
export const useChanges = () =>
  useQuery({
    queryKey: [CONFIGURATION, "changes"],
    queryFn: async ({ signal }) => (await read<{ changes: Change[] }>(`${DRAFT}/changes`, { signal })).changes,
  });

/** The table that describes every field; the same until the server is another one. */
export const useForms = () =>
  useQuery({
    queryKey: ["forms"], queryFn: ({ signal }) => read<Forms>("/configuration/forms", { signal }), staleTime: Infinity, gcTime: Infinity,
  });

export interface Save<T extends Value = Value> {
  key: string;
  /** The object, or its YAML text. */
  value: T | string;
  /** The tag it was read with; null makes a new one. */
  etag: string | null;
  /** Saved with its problems; publishing refuses them. */
  lenient?: boolean;
}

/** Saves to the draft. Fails with ApiProblem 412 where somebody else changed it, 422 with everything that is wrong. */
export function useSave<T extends Value = Value>(section: AnySection) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, value, etag, lenient = false }: Save<T>) => (await request<DraftObject<T>>(objectAddress(section, key), {
      method: "PUT", body: value, lenient,
      ...(typeof value === "string" ? { type: "application/yaml" } : {}),
      ...(etag === null ? { create: true } : { ifMatch: etag }),
    })).data,
    onSuccess: saved => {
      client.setQueryData(objectKey(section, saved.key), saved);
      return client.invalidateQueries({ queryKey: configurationKey });
    },
  });
}

/** What is done to an object as a whole. `etag`: only to what was read; without it, whatever is there. */
export interface ObjectDeed {
  key: string;
  etag?: string;
}

/** Removes an object; whatever still refers to it gets a problem. */
export function useDelete(section: AnySection) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, etag = "*" }: ObjectDeed) => request(objectAddress(section, key), { method: "DELETE", ifMatch: etag }),
    onSuccess: (_, { key }) => {
      client.removeQueries({ queryKey: objectKey(section, key) });
      return client.invalidateQueries({ queryKey: configurationKey });
    },
  });
}

function useDeed<B>(section: AnySection, deed: string, body: (asked: B & ObjectDeed) => unknown) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (asked: B & ObjectDeed) => (await request<DraftObject | undefined>(objectAddress(section, asked.key, deed), {
      method: "POST", body: body(asked), ifMatch: asked.etag ?? "*",
    })).data,
    onSuccess: () => client.invalidateQueries({ queryKey: configurationKey }),
  });
}

/** Gives another key; whatever refers to it follows. */
export const useRename = (section: AnySection) => useDeed<{ to: string }>(section, "rename", ({ to }) => ({ key: to }));

export const useCopy = (section: AnySection) => useDeed<{ to: string }>(section, "copy", ({ to }) => ({ key: to }));

/** Back to what is published. */
export const useRevert = (section: AnySection) => useDeed<object>(section, "revert", () => undefined);
