import { exitWords, useTitleOf, useWording } from "../config/scripts/words";

/** Objects of scripts and their exits as the editor of scripts calls them. */
export function useExitWords() {
  const [wording, typeOf] = [useWording(), useTitleOf()];
  return { typeOf, exitOf: (type: string | null, exit: string) => exitWords(type ?? "", exit, wording) };
}
