import { useQuery } from "@tanstack/react-query";
import { address, read } from "../../api/client";
import type { components } from "../../api/generated/schema";
import { useLiveAgents, type LiveAgent } from "../../api/live";
import { journeyOf, type Journey } from "./journey";

type Bodies = components["schemas"];

/** A newcomer looks whether what they did was noticed. */
const PERIOD = 1_000;
const SHOWN = 10;

/** Who plays the nurse: whoever takes calls from the most queues. */
export const nurseOf = (agents: LiveAgent[] | undefined) => agents?.reduce<LiveAgent | undefined>((best, one) => (one.queues.length > (best?.queues.length ?? 0) ? one : best), undefined);

/** Follows the tour on the server. */
export function useJourney(number: string, since: number): { journey: Journey; nurse: LiveAgent | undefined; loaded: boolean } {
  const agents = useLiveAgents();
  const nurse = nurseOf(agents.data?.items);
  const { data } = useQuery({
    queryKey: ["tour", number, nurse?.agent],
    queryFn: async ({ signal }) => {
      const [callbacks, interactions, agent] = await Promise.all([
        read<Bodies["CallbacksBody"]>(address("/callbacks", { number, limit: SHOWN }), { signal }),
        read<Bodies["InteractionsBody"]>(address("/interactions", { limit: SHOWN }), { signal }),
        nurse ? read<LiveAgent>(address("/agents", nurse.agent), { signal }) : undefined,
      ]);
      return { callbacks: callbacks.items, interactions: interactions.items, agent };
    },
    refetchInterval: PERIOD,
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
  return { journey: journeyOf(data ?? { callbacks: [], interactions: [], agent: undefined }, number, since), nurse, loaded: data !== undefined && agents.data !== undefined };
}
