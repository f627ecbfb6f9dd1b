import { useQuery } from "@tanstack/react-query";
import { address, read } from "../../../api/client";
import { configurationKey } from "../../../api/draft";
import type { Item, Page } from "../../../api/types";

/** As many as the server gives at once. */
const pageOfAgents = 200;
const none: ReadonlyMap<string, string> = new Map();

async function readNames(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (let after: string | null | undefined; after !== null;) {
    const page: Page<Item> = await read(address("/configuration/draft/agents", { limit: pageOfAgents, after }), { signal });
    page.items.forEach((agent) => { names.set(agent.key, agent.name); });
    after = page.next;
  }
  return names;
}

/** The names of all agents by key: a queue has hundreds of them. */
export function useAgentNames(): ReadonlyMap<string, string> {
  const names = useQuery({ queryKey: [...configurationKey, "agent-names"], queryFn: ({ signal }) => readNames(signal), staleTime: 60_000 });
  return names.data ?? none;
}
