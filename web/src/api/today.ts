import { useQuery } from "@tanstack/react-query";
import { read } from "./client";
import type { components } from "./generated/schema";
import { ofAgent } from "./work";

/** What an agent did since their day began; times in seconds. */
type Today = components["schemas"]["AgentDayBody"];

const PERIOD = 15_000;

export const useToday = (agent: string) =>
  useQuery({ queryKey: ["today", agent], queryFn: ({ signal }) => read<Today>(ofAgent(agent, "today"), { signal }), refetchInterval: PERIOD });

/** Those that are kept for the agent, and those the agent handled of late. */
export const useOwnCallbacks = (agent: string) =>
  useQuery({ queryKey: ["own-callbacks", agent], queryFn: ({ signal }) => read<components["schemas"]["AgentCallbacksBody"]>(ofAgent(agent, "callbacks"), { signal }), refetchInterval: PERIOD });
