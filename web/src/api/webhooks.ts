import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { read } from "./client";
import type { components } from "./generated/schema";

export type WebhookState = components["schemas"]["WebhookStateBody"];
export type Delivery = components["schemas"]["DeliveryBody"];
export type DeliveryState = Delivery["state"];

const WEBHOOKS = "webhooks";
const PERIOD = 5_000;

/** How the webhooks in force stand. */
export const useWebhookStates = () => useQuery({
  queryKey: [WEBHOOKS], queryFn: ({ signal }) => read<{ items: WebhookState[] }>("/webhooks", { signal }), refetchInterval: PERIOD,
});

/** Events for a webhook in force, newest first; `before` is a page's `next`. */
export const useDeliveries = (webhook: string, state: DeliveryState | "", before: string | undefined) => useQuery({
  queryKey: [WEBHOOKS, webhook, state, before ?? ""],
  queryFn: ({ signal }) => {
    const query = new URLSearchParams({ limit: "20", ...(state ? { state } : {}), ...(before ? { before } : {}) });
    return read<{ items: Delivery[]; next: string | null }>(`/webhooks/${encodeURIComponent(webhook)}/deliveries?${query.toString()}`, { signal });
  },
  refetchInterval: PERIOD,
  placeholderData: keepPreviousData,
});

/** Sends one event again, now. */
export function useDeliveryRetry(webhook: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => read<Delivery>(`/webhooks/${encodeURIComponent(webhook)}/deliveries/${id}/retry`, { method: "POST" }),
    onSettled: () => queries.invalidateQueries({ queryKey: [WEBHOOKS] }),
  });
}
