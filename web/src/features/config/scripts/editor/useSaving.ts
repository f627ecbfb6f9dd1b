import { useMemo, useState } from "react";
import { useSave } from "../../../../api/draft";
import { ApiProblem } from "../../../../api/problem";
import type { DraftObject } from "../../../../api/types";
import { valueOf } from "../model/convert";
import { reconcile } from "../model/reconcile";
import type { Script } from "../model/types";
import type { Draft } from "./state";
import type { ScriptEditorHandle } from "./useScriptEditor";

interface Saved {
  readonly etag: string;
  /** The value as JSON, to tell whether there is anything to save. */
  readonly json: string;
  readonly text: string | null;
}

/**
 * Saving the script to the draft, and the conflict when somebody else has changed it meanwhile. What is wrong with it is told by the
 * preview, whose lines are those of the text that is shown.
 */
export function useSaving(object: DraftObject, { draft, dispatch }: ScriptEditorHandle) {
  const save = useSave("scripts");
  const [saved, setSaved] = useState<Saved>(() => ({ etag: object.etag, json: JSON.stringify(valueOf(draft.script)), text: null }));
  const [conflict, setConflict] = useState<DraftObject | null>(null);
  const json = useMemo(() => JSON.stringify(valueOf(draft.script)), [draft.script]);
  const dirty = json !== saved.json || (draft.text !== null && saved.text !== null && draft.text !== saved.text);

  const accept = (answer: DraftObject, sent: Draft): void => {
    const script = reconcile(sent.script, answer.value);
    setSaved({ etag: answer.etag, json: JSON.stringify(valueOf(script)), text: sent.text });
    setConflict(null);
  };
  const run = (etag: string): void => {
    const sent = draft;
    // As text it keeps its comments; what is wrong with it is told, and only publishing is refused.
    save.mutate({ key: object.key, value: sent.text ?? valueOf(sent.script), etag, lenient: true }, {
      onSuccess: (answer) => { accept(answer, sent); },
      onError: (error) => {
        if (error instanceof ApiProblem && error.status === 412) {
          setConflict(currentOf(error.body));
        }
      },
    });
  };
  return {
    dirty,
    saving: save.isPending,
    error: conflict === null ? save.error : null,
    conflict,
    save: () => { run(saved.etag); },
    /** Writes over what somebody else saved. */
    overwrite: () => { run(conflict?.etag ?? "*"); },
    /** Gives up the own changes. */
    takeTheirs: () => {
      if (conflict) {
        const script = reconcile(draft.script, conflict.value);
        dispatch({ kind: "load", script, text: null });
        accept(conflict, { ...draft, script, text: null });
      }
    },
    /** A script's text is known. Where it is the saved one's, only its comments can differ from now on. */
    textKnown: (script: Script, text: string) => {
      setSaved((now) => (now.text === null && JSON.stringify(valueOf(script)) === now.json ? { ...now, text } : now));
    },
    dismiss: () => { setConflict(null); save.reset(); },
  };
}

/** The answer to a conflict has the present object in it. */
function currentOf(body: unknown): DraftObject | null {
  const told = body as { current?: DraftObject } & Partial<DraftObject>;
  return told.current ?? (told.value !== undefined && told.etag !== undefined ? (told as DraftObject) : null);
}
