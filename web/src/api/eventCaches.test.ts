import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { EventCaches, liveKeys } from "./eventCaches";

const at = new Date().toISOString();
const queue = (key: string, waiting: number) => ({ queue: key, waiting });
let client: QueryClient;
let caches: EventCaches;

beforeEach(() => {
  client = new QueryClient();
  caches = new EventCaches(client);
});

const queues = () => client.getQueryData<{ items: unknown[] }>(liveKeys.queues)?.items;

describe("what is told", () => {
  it("takes the place of what changed, in the order of the keys", () => {
    caches.hear("queues", { full: true, at, items: [queue("a", 1), queue("c", 3)], removed: [] });
    caches.hear("queues", { full: false, at, items: [queue("b", 2), queue("c", 4)], removed: ["a"] });
    expect(queues()).toEqual([queue("b", 2), queue("c", 4)]);
  });

  it("is left aside where the whole is not known yet", () => {
    caches.hear("queues", { full: false, at, items: [queue("b", 2)], removed: [] });
    expect(queues()).toBeUndefined();
  });

  it("changes a row on the screen at once, and asks for the page anew a little later", () => {
    vi.useFakeTimers();
    const key = [...liveKeys.callbacks, { sort: "place" }];
    client.setQueryData(key, { items: [{ id: "cb-1", status: "waiting" }, { id: "cb-2", status: "waiting" }], next: null });
    for (const status of ["offering", "dialling"]) caches.hear("callbacks", { full: false, items: [{ id: "cb-1", status }, { id: "cb-9", status }], gone: [] });
    expect(client.getQueryData<{ items: { status: string }[] }>(key)?.items.map(item => item.status)).toEqual(["dialling", "waiting"]);
    expect(client.getQueryState(key)?.isInvalidated).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(client.getQueryState(key)?.isInvalidated).toBe(true);
    vi.useRealTimers();
  });

  it("is kept by agent where it is work", () => {
    caches.hear("work", { agent: "1001", status: "busy" });
    expect(client.getQueryData(liveKeys.work("1001"))).toEqual({ agent: "1001", status: "busy" });
  });
});
