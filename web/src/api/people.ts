import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, read, request } from "./client";
import type { Backlog, Json, Page, Role } from "./types";

export interface User {
  name: string;
  displayName: string;
  role: Role;
  /** Key of the agent they are. */
  agent: string | null;
  /** Of their pages; null for the browser's. */
  language: string | null;
  enabled: boolean;
  hasPassword: boolean;
  /** ADMIN_PASSWORD says what this user is: changed there alone. */
  fromEnvironment: boolean;
  createdAt: string;
  lastSignInAt: string | null;
}

/** What is left out stays. The name only of a new one. */
export interface UserChange {
  name?: string;
  displayName?: string;
  role?: Role;
  agent?: string | null;
  language?: string | null;
  enabled?: boolean;
  password?: string;
}

export interface Token {
  id: string;
  name: string;
  /** First characters of the token. */
  prefix: string;
  scopes: string[];
  agent: string | null;
  createdAt: string;
  createdBy: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

export interface NewToken {
  name: string;
  scopes: string[];
  agent?: string;
  expiresAt?: string;
}

export interface AuditEntry {
  id: string;
  at: string;
  who: string;
  /** Where the request came from; null for the machine itself. */
  address: string | null;
  action: string;
  /** As its address has it: `users/marie`. */
  subject: string;
  before: Json;
  after: Json;
}

export interface AuditFilter {
  subject?: string;
  who?: string;
  from?: string;
  to?: string;
}

const PEOPLE = "people";

export const useUsers = (search: string, after: string | undefined) =>
  useQuery({
    queryKey: [PEOPLE, "users", search, after ?? ""],
    queryFn: ({ signal }) => read<Page<User>>(address("/users", { search, after }), { signal }),
    placeholderData: shown => shown,
  });

export const useUserNamed = (name: string | undefined) =>
  useQuery({
    queryKey: [PEOPLE, "user", name ?? ""], queryFn: ({ signal }) => read<User>(address("/users", name ?? ""), { signal }), enabled: name !== undefined,
  });

export const useTokens = () =>
  useQuery({ queryKey: [PEOPLE, "tokens"], queryFn: ({ signal }) => read<{ items: Token[]; environment: boolean }>("/tokens", { signal }) });

export const useAudit = (filter: AuditFilter, before: string | undefined) =>
  useQuery({
    queryKey: [PEOPLE, "audit", filter, before ?? ""],
    queryFn: ({ signal }) => read<Backlog<AuditEntry>>(address("/audit", { ...filter, before }), { signal }),
    placeholderData: shown => shown,
    staleTime: 0,
  });

function usePeopleDeed<A, R>(deed: (asked: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: deed, onSuccess: () => client.invalidateQueries({ queryKey: [PEOPLE] }) });
}

/** `name` is whom to change; undefined makes a new one. */
export const useSaveUser = () => usePeopleDeed(({ name, change }: { name: string | undefined; change: UserChange }) =>
  request<User>(name === undefined ? "/users" : address("/users", name), { method: name === undefined ? "POST" : "PUT", body: change }));

export const useRemoveUser = () => usePeopleDeed((name: string) => request(address("/users", name), { method: "DELETE" }));

/** The answer holds the token, this once. */
export const useMakeToken = () => usePeopleDeed(async (token: NewToken) =>
  (await request<{ item: Token; token: string }>("/tokens", { method: "POST", body: token })).data);

export const useRevokeToken = () => usePeopleDeed((id: string) => request(address("/tokens", id), { method: "DELETE" }));
