import type { QueryClient } from "@tanstack/react-query";
import { tellServerTime } from "./clock";
import type { Topic } from "./eventLine";
import type { components } from "./generated/schema";

type Bodies = components["schemas"];

/** A list of the live state: all of it, or what changed. */
interface LiveList<T> {
  full: boolean;
  at: string;
  items: T[];
  removed: string[];
}

/** Rows that changed; `full`: which is not known, read again. */
interface ChangedRows<T> {
  full: boolean;
  items: T[];
  gone: string[];
}

export const liveKeys = {
  queues: ["live", "queues"],
  agents: ["live", "agents"],
  alerts: ["live", "alerts"],
  figures: ["live", "figures"],
  callbacks: ["live", "callbacks"],
  callback: (id: string) => ["live", "callback", id],
  interactions: ["live", "interactions"],
  voicemails: ["live", "voicemails"],
  work: (agent: string) => ["live", "work", agent],
  status: ["status"],
} as const;

/** Pages of rows are asked for anew this seldom, in milliseconds, however many rows change. */
const AGAIN = 1_000;

/** Puts what is told where the pages read it. */
export class EventCaches {
  #client: QueryClient;
  #due = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(client: QueryClient) {
    this.#client = client;
  }

  hear(topic: Topic | "resync", data: unknown) {
    switch (topic) {
      case "queues": this.#list(liveKeys.queues, data as LiveList<Bodies["QueueBody"]>, queue => queue.queue); break;
      case "agents": this.#list(liveKeys.agents, data as LiveList<Bodies["AgentBody"]>, agent => agent.agent); break;
      case "alerts": this.#client.setQueryData(liveKeys.alerts, data); break;
      case "figures": this.#client.setQueryData(liveKeys.figures, data); break;
      case "status": this.#client.setQueryData(liveKeys.status, data); break;
      case "work": this.#client.setQueryData(liveKeys.work((data as { agent: string }).agent), data); break;
      case "callbacks": this.#callbacks(data as ChangedRows<Bodies["CallbackBody"]>); break;
      case "interactions": this.#again(liveKeys.interactions); break;
      case "voicemails": this.#again(liveKeys.voicemails); break;
      case "resync": break;
    }
  }

  #list<T>(key: readonly string[], told: LiveList<T>, keyOf: (item: T) => string) {
    tellServerTime(told.at);
    this.#client.setQueryData<{ at: string; items: T[] }>(key, known => {
      if (told.full || known === undefined) return told.full ? { at: told.at, items: told.items } : known;
      const changed = new Map(told.items.map(item => [keyOf(item), item]));
      const removed = new Set(told.removed);
      const kept = known.items.filter(item => !removed.has(keyOf(item))).map(item => changed.get(keyOf(item)) ?? item);
      const there = new Set(known.items.map(keyOf));
      const added = told.items.filter(item => !there.has(keyOf(item)));
      const items = added.length === 0 ? kept : [...kept, ...added].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      return { at: told.at, items };
    });
  }

  // A row on the screen changes at once; whether it is still on this page, the server decides.
  #callbacks(told: ChangedRows<Bodies["CallbackBody"]>) {
    const changed = new Map(told.items.map(item => [item.id, item]));
    this.#client.setQueriesData<Bodies["CallbacksBody"]>({ queryKey: liveKeys.callbacks }, page =>
      page?.items.some(item => changed.has(item.id)) ? { ...page, items: page.items.map(item => changed.get(item.id) ?? item) } : page);
    this.#again(liveKeys.callbacks);
    for (const id of changed.keys()) void this.#client.invalidateQueries({ queryKey: liveKeys.callback(id) });
    if (told.full) void this.#client.invalidateQueries({ queryKey: ["live", "callback"] });
  }

  #again(key: readonly string[]) {
    const name = key.join(" ");
    if (this.#due.has(name)) return;
    this.#due.set(name, setTimeout(() => {
      this.#due.delete(name);
      void this.#client.invalidateQueries({ queryKey: key });
    }, AGAIN));
  }
}
