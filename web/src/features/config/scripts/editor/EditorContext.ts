import { createContext, use } from "react";
import type { Forms } from "../../../../api/forms";
import type { ExitsOf } from "../model/exits";
import type { Place, Script, ScriptNode } from "../model/types";
import type { PlacedProblem } from "./problems";
import type { Change } from "./state";

export interface EditOptions {
  /** The row to select then. */
  readonly select?: string;
  /** Changes of the same name, close together, are one step. */
  readonly merge?: string;
}

/** What the parts of the editor share. */
export interface EditorTools {
  readonly scriptKey: string;
  readonly script: Script;
  readonly selected: string;
  readonly forms: Forms;
  readonly exitsOf: ExitsOf;
  readonly placed: readonly PlacedProblem[];
  readonly edit: (change: Change, options?: EditOptions) => void;
  readonly select: (key: string) => void;
  /** Asks for a kind of object and puts one in. */
  readonly add: (place?: Place) => void;
  readonly paste: () => void;
  readonly copy: (node: ScriptNode) => void;
  /** Somebody who may look but not change. */
  readonly readOnly: boolean;
}

export const EditorContext = createContext<EditorTools | null>(null);

export function useEditor(): EditorTools {
  const tools = use(EditorContext);
  if (!tools) {
    throw new Error("An editor's part stands outside an editor");
  }
  return tools;
}
