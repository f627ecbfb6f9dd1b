import { useCallback, useReducer } from "react";
import type { Value } from "../../../../api/types";
import { scriptOf } from "../model/convert";
import { targetOf } from "../model/pointers";
import type { EditOptions } from "./EditorContext";
import { editorReducer, startEditor, type Change } from "./state";

/**
 * The script as it is edited, with its history, and what can be done to it.
 *
 * @param pointer Of what is to be selected at first, into the script; empty for its first object.
 */
export function useScriptEditor(value: Value, pointer: string) {
  const [state, dispatch] = useReducer(editorReducer, value, (start) => {
    const script = scriptOf(start);
    return startEditor(script, targetOf(script, pointer).id ?? undefined);
  });
  const edit = useCallback((change: Change, options: EditOptions = {}) => { dispatch({ kind: "edit", change, ...options, at: performance.now() }); }, []);
  const select = useCallback((key: string) => { dispatch({ kind: "select", key }); }, []);
  const toggle = useCallback((key: string, open?: boolean) => { dispatch({ kind: "toggle", key, ...(open === undefined ? {} : { open }) }); }, []);
  const undo = useCallback(() => { dispatch({ kind: "undo" }); }, []);
  const redo = useCallback(() => { dispatch({ kind: "redo" }); }, []);
  return { state, draft: state.history.present, dispatch, edit, select, toggle, undo, redo };
}

export type ScriptEditorHandle = ReturnType<typeof useScriptEditor>;
