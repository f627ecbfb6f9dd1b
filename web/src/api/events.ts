import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { EventCaches } from "./eventCaches";
import { EventLine, type LineState, type Topic } from "./eventLine";
import { useSession } from "./session";

// One line a page, and one client a page.
const lines = new WeakMap<QueryClient, EventLine>();

function lineOf(client: QueryClient) {
  const known = lines.get(client);
  if (known) return known;
  const caches = new EventCaches(client);
  const line = new EventLine(
    (topic, data) => { caches.hear(topic, data); },
    // Refused or unreachable looks the same from here: the session's own question tells which, and the shell says so.
    () => { void client.invalidateQueries({ queryKey: ["session"] }); },
  );
  lines.set(client, line);
  return line;
}

/**
 * Keeps what is listed current while the component is there: the server tells what changes, and the hooks that read it (`useLiveQueues`,
 * `useLiveAgents`, …) show it.
 * @param agent whose `work`; one's own where it is left out.
 * @returns `live` while it is told; otherwise ask now and then.
 */
export function useEvents(topics: readonly Topic[], agent?: string): LineState {
  const line = lineOf(useQueryClient());
  const session = useSession().data;
  const isSignedIn = Boolean(session?.user) && session?.expired !== true;
  const wanted = topics.join(",");
  useEffect(
    () => (isSignedIn && wanted !== "" ? line.want({ topics: wanted.split(",") as Topic[], agent }) : undefined),
    [line, isSignedIn, wanted, agent],
  );
  return useLineState();
}

/** Whether changes are told at the moment. */
export function useLineState() {
  const line = lineOf(useQueryClient());
  return useSyncExternalStore(line.subscribe, () => line.state);
}
