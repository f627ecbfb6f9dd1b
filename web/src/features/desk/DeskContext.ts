import { createContext, use } from "react";
import type { DeskDeeds, Work } from "../../api/work";

/** One agent at work, for everything on the workspace. */
export interface DeskState {
  agent: string;
  work: Work;
  deeds: DeskDeeds;
  /** True: this page is the agent's phone; false: a phone on the desk is. */
  inBrowser: boolean;
  setInBrowser: (inBrowser: boolean) => void;
}

export const DeskContext = createContext<DeskState | null>(null);

export function useDesk(): DeskState {
  const desk = use(DeskContext);
  if (!desk) throw new Error("outside of a workspace");
  return desk;
}
