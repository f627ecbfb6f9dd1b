import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { address, read } from "./client";
import type { components } from "./generated/schema";

type Bodies = components["schemas"];
export type Interaction = Bodies["InteractionBody"];
export type InteractionDetail = Bodies["InteractionDetailBody"];
export type TimelineEntry = Bodies["TimelineBody"];

export type InteractionsAsked = Partial<Record<"from" | "to" | "queue" | "agent" | "channel" | "kind" | "outcome" | "number", string>>;

const INTERACTIONS = "interactions";

/** Newest first, before one of them. */
export const useFoundInteractions = (asked: InteractionsAsked, before: string | undefined) =>
  useQuery({
    queryKey: [INTERACTIONS, asked, before ?? ""],
    queryFn: ({ signal }) => read<Bodies["InteractionsBody"]>(address("/interactions", { ...asked, before }), { signal }),
    placeholderData: keepPreviousData,
  });

export const useInteraction = (id: string) =>
  useQuery({ queryKey: [INTERACTIONS, "one", id], queryFn: ({ signal }) => read<InteractionDetail>(address("/interactions", id), { signal }) });
