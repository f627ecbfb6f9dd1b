import { useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { read, request } from "./client";
import type { Session, SignedIn } from "./types";

const KEY = ["session"];

/** `expired`: somebody was signed in on this page and is not any more. What is being edited stays on the screen. */
export type KnownSession = Session & { expired?: boolean };

export const useSession = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => read<KnownSession>("/session", { signal }), staleTime: 60_000 });

/** Whoever is signed in; pages below the shell are drawn only for somebody. */
export function useUser(): SignedIn | null {
  return useSession().data?.user ?? null;
}

export function markExpired(client: QueryClient) {
  client.setQueryData<KnownSession>(KEY, known => (known?.user ? { ...known, user: null, expired: true } : known));
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
