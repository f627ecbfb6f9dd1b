import type { ComponentType } from "react";
import * as icons from "../icons";
import { nodeOf } from "../model/convert";
import { duplicate, move, placeAfter, placeAtEnd, remove, wrap } from "../model/edit";
import { entryOf, find } from "../model/lookup";
import { isEntry, loopBranch, type Place, type Script } from "../model/types";
import { moveTarget, type Direction } from "../tree/moves";
import { useEditor } from "./EditorContext";
import { rowTarget } from "./state";

export interface Deed {
  readonly name: "add" | "cut" | "copy" | "paste" | "duplicate" | "up" | "down" | "out" | "in" | "loop" | "remove";
  readonly keys: string;
  readonly icon: ComponentType<{ size?: number }>;
  readonly run: () => void;
  readonly disabled: boolean;
}

/** What can be done with the selected object, by menu and by key alike. */
export function useObjectDeeds(): Deed[] {
  const { script, selected, exitsOf, edit, add, copy, paste } = useEditor();
  const node = find(script, selected);
  const id = node?.id ?? "";
  const deed = (name: Deed["name"], keys: string, icon: Deed["icon"], run: () => void, disabled = !node): Deed => ({ name, keys, icon, run, disabled });
  const moving = (direction: Direction, keys: string, icon: Deed["icon"]): Deed => {
    const to = node ? moveTarget(script, id, direction, exitsOf) : null;
    return deed(direction, keys, icon, () => { if (to) { edit((s) => move(s, id, to), { select: id }); } }, to === null);
  };
  return [
    deed("add", "A", icons.IconPlus, () => { add(); }, false),
    deed("cut", "Ctrl+X", icons.IconCut, () => { if (node) { copy(node); edit((s) => remove(s, id)); } }),
    deed("copy", "Ctrl+C", icons.IconCopy, () => { if (node) { copy(node); } }),
    deed("paste", "Ctrl+V", icons.IconClipboard, paste, false),
    deed("duplicate", "Ctrl+D", icons.IconCopy, () => {
      const made = duplicate(script, id);
      edit(() => made.script, { select: made.id });
    }),
    moving("up", "Alt+↑", icons.IconArrowUp),
    moving("down", "Alt+↓", icons.IconArrowDown),
    moving("out", "Alt+←", icons.IconArrowLeft),
    moving("in", "Alt+→", icons.IconArrowForward),
    deed("loop", "", icons.IconRepeat, () => {
      const loop = nodeOf({ type: "loop", objects: [] });
      edit((s) => wrap(s, id, loop, loopBranch), { select: loop.id });
    }, !node || entryOf(script, id) !== "inQueue" || node.type === "label"),
    deed("remove", "Del", icons.IconTrash, () => { edit((s) => remove(s, id)); }),
  ];
}

/** Where something new goes: after the selected object, or into the selected exit or entry. */
export function placeForNew(script: Script, selected: string): Place {
  const { holder, exit } = rowTarget(selected);
  return isEntry(holder) ? placeAtEnd(script, { holder, branch: "" })
    : exit !== null ? placeAtEnd(script, { holder, branch: exit })
      : placeAfter(script, holder) ?? placeAtEnd(script, { holder: "main", branch: "" });
}

