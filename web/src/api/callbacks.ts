import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, read, request } from "./client";
import { liveKeys } from "./eventCaches";
import { useLineState } from "./events";
import type { components } from "./generated/schema";
import { ApiProblem } from "./problem";

type Bodies = components["schemas"];
export type Callback = Bodies["CallbackBody"];
export type CallbackDetail = Bodies["CallbackDetailBody"];

export interface CallbackQuery {
  /** A part of the number, the name or a note, or an id. */
  search?: string | undefined;
  /** One, or `open`. */
  status?: string | undefined;
  queue?: string | undefined;
  agent?: string | undefined;
  held?: boolean | undefined;
  /** `place`, `asked`, `expires`, `due`, `attempts`; downwards with a dash before it. */
  sort?: string | undefined;
  /** The `next` of the page before. */
  before?: string | undefined;
  limit?: number;
}

/** How often a page is asked for again where changes are not told, in milliseconds. */
const PERIOD = 5_000;

/** A page of requests; the page before stays on the screen while the next one comes. */
export function useCallbacks(query: CallbackQuery) {
  const isTold = useLineState() === "live";
  return useQuery({
    queryKey: [...liveKeys.callbacks, query],
    queryFn: ({ signal }) => read<Bodies["CallbacksBody"]>(address("/callbacks", { ...query }), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: isTold ? false : PERIOD,
  });
}

/** One request with its attempts and its journal. */
export function useCallbackDetail(id: string) {
  const isTold = useLineState() === "live";
  return useQuery({
    queryKey: liveKeys.callback(id),
    queryFn: ({ signal }) => read<CallbackDetail>(address("/callbacks", id), { signal }),
    refetchInterval: isTold ? false : PERIOD,
  });
}

/** What can be done to a request, as its address has it. */
export const deeds = ["retry", "move", "assign", "reschedule", "number", "transfer", "hold", "release", "notes", "cancel"] as const;
export type Deed = (typeof deeds)[number];

export interface Asked {
  ids: readonly string[];
  deed: Deed;
  /** With `reason`, but for notes. */
  body: Record<string, string | number | null>;
}

export interface Outcome {
  done: string[];
  refused: { id: string; message: string }[];
}

/** Asked for at the same time. */
const AT_ONCE = 4;

/** As many as the server takes in one request. */
const MOST_IN_BULK = 500;

const inBulk: readonly Deed[] = ["retry", "move", "assign", "reschedule", "transfer", "hold", "release", "cancel"];

/** Does one thing to all of them. One that is refused does not keep the others from it. */
const doToAll = (asked: Asked) =>
  asked.ids.length > 1 && inBulk.includes(asked.deed) && !("position" in asked.body) ? doInBulk(asked) : doOneByOne(asked);

async function doInBulk({ ids, deed, body: { reason = "", ...body } }: Asked): Promise<Outcome> {
  const outcome: Outcome = { done: [], refused: [] };
  for (let first = 0; first < ids.length; first += MOST_IN_BULK) {
    const part = ids.slice(first, first + MOST_IN_BULK);
    const { done, refused } = await read<Bodies["BulkDoneBody"]>("/callbacks/bulk", { method: "POST", body: { ids: part, action: deed, why: reason, ...body } });
    outcome.done.push(...done);
    outcome.refused.push(...refused.map(({ id, code, message }) => ({ id, message: message ?? code })));
  }
  return outcome;
}

async function doOneByOne({ ids, deed, body }: Asked): Promise<Outcome> {
  const outcome: Outcome = { done: [], refused: [] };
  const left = [...ids];
  const work = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      try {
        await request(`${address("/callbacks", id)}/${deed}`, { method: "POST", body });
        outcome.done.push(id);
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.status === 401) throw error;
        outcome.refused.push({ id, message: error.message });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcome;
}

export function useDeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: doToAll,
    onSettled: () => client.invalidateQueries({ queryKey: ["live"] }),
  });
}
