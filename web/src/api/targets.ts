import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { address, read } from "./client";
import type { components } from "./generated/schema";

/** Whom a call can be handed to, or asked: those whose name or key has `search` in it. */
export const useTargets = (agent: string, search: string) =>
  useQuery({
    queryKey: ["targets", agent, search],
    queryFn: ({ signal }) => read<components["schemas"]["TargetsBody"]>(`${address("/agents", agent)}${address("/targets", { search })}`, { signal }),
    placeholderData: keepPreviousData,
  });
