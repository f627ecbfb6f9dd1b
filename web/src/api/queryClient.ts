import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem, Unreachable } from "./problem";
import { markExpired } from "./session";

const TRIES = 2;

/** Answers stay fresh for a few seconds, so that moving between pages does not ask again. */
export function createQueryClient() {
  const onError = (error: Error) => {
    if (error instanceof ApiProblem && error.status === 401) markExpired(client);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A refusal stays one; a server that is being started again answers soon.
        retry: (failures, error) => error instanceof Unreachable && failures < TRIES,
      },
    },
  });
  return client;
}
