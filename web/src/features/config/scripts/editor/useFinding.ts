import { useMemo, useState } from "react";
import { findObjects } from "../model/find";
import type { Script } from "../model/types";
import { useTitleOf } from "../words";

/** Searching the script: the objects that fit, and going from one to the next. */
export function useFinding(script: Script, selected: string, select: (key: string) => void) {
  const titleOf = useTitleOf();
  const [query, setQuery] = useState("");
  const ids = useMemo(() => findObjects(script, query, titleOf), [script, query, titleOf]);
  const found = useMemo(() => new Set(ids), [ids]);
  const at = ids.indexOf(selected);
  const go = (way: 1 | -1): void => {
    const next = at < 0 ? (way > 0 ? 0 : ids.length - 1) : (at + way + ids.length) % Math.max(ids.length, 1);
    const id = ids[next];
    if (id !== undefined) {
      select(id);
    }
  };
  return { query, setQuery, ids, found, at, go };
}

export type Finding = ReturnType<typeof useFinding>;
