import { useQuery } from "@tanstack/react-query";
import { read } from "./client";
import type { ServerStatus } from "./types";

/** Name and state of the installation. `period`: ask again every so many milliseconds. */
export const useServerStatus = (period?: number) =>
  useQuery({
    queryKey: ["status"],
    queryFn: ({ signal }) => read<ServerStatus>("/status", { signal }),
    staleTime: 30_000,
    ...(period ? { refetchInterval: period, staleTime: 0 } : {}),
  });
