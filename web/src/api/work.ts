import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, read, request } from "./client";
import { liveKeys } from "./eventCaches";
import { useEvents } from "./events";
import type { components } from "./generated/schema";

type Bodies = components["schemas"];
export type Work = Bodies["AgentWorkBody"];
export type Offer = NonNullable<Work["offer"]>;
export type DeskCall = NonNullable<Work["call"]>;
export type Consult = NonNullable<DeskCall["consult"]>;
export type WrapUp = NonNullable<Work["wrapUp"]>;
export type AgentCallback = NonNullable<Work["callback"]>;
export type AgentStatus = Bodies["AgentStatus"];
export type AgentCodes = Bodies["AgentCodesBody"];

/** Whom to hand a call to, or to ask. */
export type CallTarget = { agent: string } | { queue: string } | { number: string };

/** How an agent says that a callback ended. */
export type CallbackOutcome =
  /** Takes back what was said. */
  | { outcome: "completed" }
  | { outcome: "voicemail-reached" }
  | { outcome: "wrong-number"; why?: string }
  | { outcome: "call-again"; at: string; why?: string };

/** A change of the wrap-up; what is not named stays. */
export interface WrapUpChange {
  codes?: string[];
  note?: string;
  finish?: boolean;
  extendSeconds?: number;
}

/** How often an agent's work is asked for where it is not told, in milliseconds: also while another tab is in front. */
const PERIOD = 1_000;

export const workKey = liveKeys.work;

/** Path of something of an agent's. */
export const ofAgent = (agent: string, path: string) => `${address("/agents", agent)}/${path}`;

/** What an agent is offered, in, or finishing: told as it changes. */
export function useWork(agent: string) {
  const isTold = useEvents(["work"], agent) === "live";
  return useQuery({
    queryKey: workKey(agent),
    queryFn: ({ signal }) => read<Work>(ofAgent(agent, "work"), { signal }),
    refetchInterval: isTold ? false : PERIOD,
    refetchIntervalInBackground: true,
    staleTime: isTold ? Infinity : 0,
  });
}

/** The names of reasons and codes. */
export const useAgentCodes = (agent: string) =>
  useQuery({ queryKey: ["agent-codes", agent], queryFn: ({ signal }) => read<AgentCodes>(ofAgent(agent, "codes"), { signal }), staleTime: 60_000 });

interface Asked {
  method: "POST" | "PUT";
  path: string;
  body?: object;
  outlivesPage?: boolean;
}

/** What an agent does. Each is shown by the work that is asked for anew afterwards, done or not. */
export function useDeskDeeds(agent: string) {
  const client = useQueryClient();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: ({ path, ...ask }: Asked) => request(ofAgent(agent, path), ask),
    onSettled: () => client.invalidateQueries({ queryKey: workKey(agent) }),
  });
  const post = (path: string, body?: object) => { mutate({ method: "POST", path, ...(body ? { body } : {}) }); };
  return {
    isPending, error, reset,
    setStatus: (status: AgentStatus, code?: string) => { mutate({ method: "PUT", path: "status", body: { status, ...(code ? { code } : {}) } }); },
    reject: () => { post("offer/reject"); },
    hold: () => { post("call/hold"); },
    resume: () => { post("call/resume"); },
    hangUp: () => { post("call/hang-up"); },
    press: (keys: string) => { post("call/keys", { keys }); },
    transfer: (to: CallTarget) => { post("call/transfer", { to }); },
    consult: (to: CallTarget) => { post("call/consult", { to }); },
    completeConsult: () => { post("call/consult/complete"); },
    cancelConsult: () => { post("call/consult/cancel"); },
    swapConsult: () => { post("call/consult/swap"); },
    joinConsult: () => { post("call/consult/join"); },
    dial: (number: string) => { post("call/dial", { number }); },
    pauseRecording: (paused: boolean) => { post("call/recording", { paused }); },
    // Also from a page that is being left.
    changeWrapUp: (change: WrapUpChange) => { mutate({ method: "PUT", path: "wrap-up", body: change, outlivesPage: true }); },
    setOutcome: (outcome: CallbackOutcome) => { post("callback-outcome", outcome); },
  };
}

export type DeskDeeds = ReturnType<typeof useDeskDeeds>;
