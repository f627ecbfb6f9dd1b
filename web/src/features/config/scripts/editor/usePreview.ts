import { useEffect, useRef, useState } from "react";
import type { Problem } from "../../../../api/types";
import { valueOf } from "../model/convert";
import { reconcile } from "../model/reconcile";
import { askPreview, readText } from "./preview";
import type { Script } from "../model/types";
import { placeProblems, type PlacedProblem } from "./problems";
import type { ScriptEditorHandle } from "./useScriptEditor";

const pause = 350;

export interface PreviewState {
  /** What is wrong with the text where it cannot be read; each has its line. */
  readonly unreadable: readonly Problem[];
  /** False while the server does not answer: then nothing is checked and the text is not written. */
  readonly reached: boolean;
}

/**
 * Keeps the tree and the text the same, and the problems true, while either is edited: what was changed in the tree is written as
 * text, what was typed is read, each once the changes pause. Who may only look sees the text as it is saved.
 */
export function usePreview(
  key: string, { draft, dispatch }: ScriptEditorHandle, readOnly: boolean, onPlaced: (placed: readonly PlacedProblem[]) => void, onText: (script: Script, text: string) => void): PreviewState {
  const [state, setState] = useState<PreviewState>({ unreadable: [], reached: true });
  const agreed = useRef<{ script: typeof draft.script; text: string } | null>(null);
  const base = useRef<string | null>(null);

  useEffect(() => {
    const { script, text } = draft;
    if (text !== null && agreed.current?.text === text && agreed.current.script === script) {
      return;
    }
    const abort = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        if (readOnly) {
          dispatch({ kind: "write", script, text: await readText(key, abort.signal) });
          return;
        }
        const answer = await askPreview(
          key, text !== null ? { text } : { value: valueOf(script), ...(base.current === null ? {} : { base: base.current }) }, abort.signal);
        if (answer.value === null) {
          setState({ unreadable: answer.problems, reached: true });
          return;
        }
        const read = text === null ? script : reconcile(script, answer.value);
        const written = text ?? answer.text;
        agreed.current = { script: read, text: written };
        base.current = written;
        dispatch(text === null ? { kind: "write", script, text: written } : { kind: "read", text, script: read });
        onText(read, written);
        onPlaced(placeProblems(read, key, answer.problems));
        setState({ unreadable: [], reached: true });
      } catch {
        if (!abort.signal.aborted) {
          setState({ unreadable: [], reached: false });
        }
      }
    };
    const timer = setTimeout(() => { void ask(); }, agreed.current === null ? 0 : pause);
    return () => { clearTimeout(timer); abort.abort(); };
    // The handlers are the page's own and do the same at every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, readOnly, draft.script, draft.text]);
  return state;
}
