import { useQuery } from "@tanstack/react-query";
import { read } from "./client";
import { liveKeys } from "./eventCaches";
import { useLineState } from "./events";
import type { components } from "./generated/schema";

export type DayFigures = components["schemas"]["FiguresBody"];

const PERIOD = 15_000;

/** The day so far: what was answered in time, abandoned, and so on. */
export function useDayFigures() {
  const isTold = useLineState() === "live";
  return useQuery({ queryKey: liveKeys.figures, queryFn: ({ signal }) => read<DayFigures>("/figures", { signal }), refetchInterval: isTold ? false : PERIOD });
}
