import { amend, redo, startHistory, step, undo, type History } from "../model/history";
import { ancestorsOf, find, indexOf } from "../model/lookup";
import { isEntry, type Script } from "../model/types";

/** What one step of undo gives back. */
export interface Draft {
  readonly script: Script;
  /** The same script as YAML text; null while nobody has looked at it. */
  readonly text: string | null;
  /** The row that is selected: an entry, an object's id, or `id/exit`. */
  readonly selected: string;
}

export interface EditorState {
  readonly history: History<Draft>;
  /** Keys of the rows that are closed. */
  readonly collapsed: ReadonlySet<string>;
}

export type Change = (script: Script) => Script;

export type EditorAction =
  | { readonly kind: "edit"; readonly change: Change; readonly select?: string | undefined; readonly merge?: string | undefined; readonly at: number }
  | { readonly kind: "type"; readonly text: string; readonly at: number }
  | { readonly kind: "read"; readonly text: string; readonly script: Script }
  | { readonly kind: "write"; readonly script: Script; readonly text: string }
  | { readonly kind: "load"; readonly script: Script; readonly text: string | null }
  | { readonly kind: "select"; readonly key: string }
  | { readonly kind: "toggle"; readonly key: string; readonly open?: boolean }
  | { readonly kind: "collapse"; readonly keys: readonly string[] }
  | { readonly kind: "undo" | "redo" };

export function startEditor(script: Script, selected?: string): EditorState {
  return { history: startHistory({ script, text: null, selected: selected ?? firstRow(script) }), collapsed: new Set() };
}

export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  const { history } = state;
  const now = history.present;
  switch (action.kind) {
    case "edit": {
      const script = action.change(now.script);
      if (script === now.script) {
        return state;
      }
      const next: Draft = { script, text: null, selected: present(script, action.select ?? now.selected, now) };
      return shown({ ...state, history: step(history, next, action.merge === undefined ? { at: action.at } : { merge: action.merge, at: action.at }) });
    }
    case "type":
      return { ...state, history: step(history, { ...now, text: action.text }, { merge: "text", at: action.at }) };
    case "read":
      // What was typed since is read by itself.
      return now.text === action.text
        ? { ...state, history: amend(history, { ...now, script: action.script, selected: present(action.script, now.selected, now) }) } : state;
    case "write":
      return now.script === action.script && now.text === null ? { ...state, history: amend(history, { ...now, text: action.text }) } : state;
    case "load":
      return shown({
        ...state, history: startHistory({ script: action.script, text: action.text, selected: present(action.script, now.selected, now) }),
      });
    case "select":
      return shown({ ...state, history: amend(history, { ...now, selected: present(now.script, action.key, now) }) });
    case "toggle": {
      const collapsed = new Set(state.collapsed);
      if (action.open ?? collapsed.has(action.key)) {
        collapsed.delete(action.key);
      } else {
        collapsed.add(action.key);
      }
      return { ...state, collapsed };
    }
    case "collapse":
      return { ...state, collapsed: new Set(action.keys), history: amend(history, { ...now, selected: visibleRow(now, new Set(action.keys)) }) };
    case "undo":
      return shown({ ...state, history: undo(history) });
    case "redo":
      return shown({ ...state, history: redo(history) });
  }
}

export const exitKey = (id: string, exit: string): string => `${id}/${exit}`;

/** What a row's key stands for: an entry or an object, and the exit of the object where it is one's. */
export function rowTarget(key: string): { holder: string; exit: string | null } {
  const slash = key.indexOf("/");
  return slash < 0 ? { holder: key, exit: null } : { holder: key.slice(0, slash), exit: key.slice(slash + 1) };
}

function firstRow(script: Script): string {
  return (script.main[0] ?? script.inQueue[0])?.id ?? "main";
}

/** The row itself where it is still there, else the one that took its place. */
function present(script: Script, key: string, before: Draft): string {
  const { holder } = rowTarget(key);
  if (isEntry(holder) || find(script, holder)) {
    return key;
  }
  const ids = [...indexOf(before.script).keys()];
  const at = ids.indexOf(holder);
  const after = ids.slice(at + 1).find((id) => find(script, id));
  const earlier = ids.slice(0, Math.max(at, 0)).reverse().find((id) => find(script, id));
  return after ?? earlier ?? "main";
}

/** Opens what the selected row is in, so that it can be seen. */
function shown(state: EditorState): EditorState {
  const { script, selected } = state.history.present;
  const { holder, exit } = rowTarget(selected);
  if (isEntry(holder)) {
    return state;
  }
  const around = [...(exit === null ? [] : [holder]), ...rowsAround(script, holder)].filter((key) => state.collapsed.has(key));
  return around.length === 0 ? state : { ...state, collapsed: new Set([...state.collapsed].filter((key) => !around.includes(key))) };
}

/** The keys of the rows an object is under. */
export function rowsAround(script: Script, id: string): string[] {
  const index = indexOf(script);
  return [id, ...ancestorsOf(script, id)].flatMap((inner) => {
    const at = index.get(inner);
    return !at ? [] : isEntry(at.holder) ? [at.holder] : [exitKey(at.holder, at.branch), at.holder];
  });
}

function visibleRow(now: Draft, collapsed: ReadonlySet<string>): string {
  const { holder, exit } = rowTarget(now.selected);
  const around = isEntry(holder) ? [] : [...(exit === null ? [] : [holder]), ...rowsAround(now.script, holder)];
  return around.reverse().find((key) => collapsed.has(key)) ?? now.selected;
}
