import { useQuery } from "@tanstack/react-query";
import { read } from "./client";
import { liveKeys } from "./eventCaches";
import { useLineState } from "./events";
import type { components } from "./generated/schema";

export type Alert = components["schemas"]["AlertBody"];

const PERIOD = 3_000;

/** The alerts that are on. */
export function useAlerts() {
  const isTold = useLineState() === "live";
  return useQuery({
    queryKey: liveKeys.alerts, queryFn: ({ signal }) => read<components["schemas"]["AlertsBody"]>("/alerts", { signal }), refetchInterval: isTold ? false : PERIOD,
  });
}
