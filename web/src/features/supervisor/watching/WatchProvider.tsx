import { useCallback, useMemo, useState, type ReactNode } from "react";
import { WatchContext, type Watched } from "./WatchContext";
import { WatchDock } from "./WatchDock";

/** Lets one be at an agent's call while one goes from page to page: what is heard, and how one takes part, stay in sight. */
export function WatchProvider({ children }: { children: ReactNode }) {
  const [watched, setWatched] = useState<Watched | null>(null);
  const end = useCallback(() => { setWatched(null); }, []);
  const watching = useMemo(() => ({ watched, listenTo: setWatched }), [watched]);
  return (
    <WatchContext value={watching}>
      {children}
      {watched && <WatchDock key={watched.agent} agent={watched} onEnd={end} />}
    </WatchContext>
  );
}
