import { useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { read, request } from "./client";
import type { Session, SignedIn } from "./types";

const KEY = ["session"];

/** `expired`: `user` was signed in on this page and is not any more. What is being edited stays on the screen. */
export type KnownSession = Session & { expired?: boolean };

const expired = (known: KnownSession): KnownSession => ({ ...known, expired: true });

export const useSession = () => {
  const client = useQueryClient();
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }): Promise<KnownSession> => {
      const session = await read<Session>("/session", { signal });
      const known = client.getQueryData<KnownSession>(KEY);
      return session.user === null && known?.user ? expired(known) : session;
    },
    staleTime: 60_000,
  });
};

/** Whoever is signed in; pages below the shell are drawn only for somebody. */
export function useUser(): SignedIn | null {
  return useSession().data?.user ?? null;
}

export function markExpired(client: QueryClient) {
  client.setQueryData<KnownSession>(KEY, known => (known?.user ? expired(known) : known));
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (who: { name: string; password: string }) => {
      await request("/session", { method: "POST", body: who });
      const session = await read<Session>("/session");
      client.setQueryData<KnownSession>(KEY, session);
      // Somebody else may see other things.
      await client.invalidateQueries({ predicate: query => query.queryKey[0] !== KEY[0] });
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await request("/session", { method: "DELETE" });
      client.clear();
      client.setQueryData<KnownSession>(KEY, { setup: false, user: null });
    },
  });
}
