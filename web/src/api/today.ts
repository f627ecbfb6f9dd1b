import { useQuery } from "@tanstack/react-query";
import { read } from "./client";
import { ofAgent, type AgentCallback } from "./work";

/** What an agent did since their day began; times in seconds. */
export interface Today {
  since: string;
  calls: number;
  callbacks: number;
  voicemails: number;
  talkSeconds: number;
  wrapUpSeconds: number;
  breakSeconds: number;
  availableSeconds: number;
  offers: number;
  notAnswered: number;
  rejected: number;
  averageTalkSeconds: number | null;
}

const PERIOD = 15_000;

export const useToday = (agent: string) =>
  useQuery({ queryKey: ["today", agent], queryFn: ({ signal }) => read<Today>(ofAgent(agent, "today"), { signal }), refetchInterval: PERIOD });

/** Those that are kept for the agent, and those the agent handled of late. */
export const useOwnCallbacks = (agent: string) =>
  useQuery({ queryKey: ["own-callbacks", agent], queryFn: ({ signal }) => read<{ items: AgentCallback[] }>(ofAgent(agent, "callbacks"), { signal }), refetchInterval: PERIOD });
