import { createContext, use } from "react";

/** Whose call one is at, or about to be. */
export interface Watched {
  agent: string;
  name: string;
}

export interface Watching {
  watched: Watched | null;
  /** Begins to listen to an agent's call; what was listened to before ends. */
  listenTo: (agent: Watched) => void;
}

export const WatchContext = createContext<Watching>({ watched: null, listenTo: () => undefined });

export const useWatching = () => use(WatchContext);
