import { useQueries } from "@tanstack/react-query";
import { listQuery, objectQuery } from "../../api/draft";
import type { AnySection } from "../../api/types";

const SHOWN = 30;

export interface Choice {
  section: AnySection;
  key: string;
  name: string;
}

/** What a reference may name, found by the server, and the name of what it names now. Asks for nothing before it is `open`. */
export function useReferenceChoices(to: AnySection[], key: string | undefined, search: string, open: boolean) {
  const lists = useQueries({ queries: to.map(section => ({ ...listQuery(section, { search, limit: SHOWN }), enabled: open })) });
  const named = useQueries({ queries: to.map(section => ({ ...objectQuery(section, key), retry: false })) });
  const at = named.findIndex(query => query.data !== undefined);
  const name = named[at]?.data?.value.name;
  const choices: Choice[] = lists.flatMap((list, index) =>
    (list.data?.items ?? []).map(item => ({ section: to[index] as AnySection, key: item.key, name: item.name })));
  return { choices, section: at < 0 ? undefined : to[at], name: typeof name === "string" ? name : undefined };
}
