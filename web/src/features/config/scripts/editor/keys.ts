import type { KeyboardEvent } from "react";
import type { Deed } from "./useObjectDeeds";

type Name = Deed["name"] | "undo" | "redo" | "find" | "save";

const byKey: Readonly<Record<string, Name>> = {
  insert: "add", a: "add", delete: "remove", backspace: "remove",
  "ctrl+x": "cut", "ctrl+c": "copy", "ctrl+v": "paste", "ctrl+d": "duplicate", "ctrl+z": "undo", "ctrl+y": "redo", "ctrl+shift+z": "redo",
  "ctrl+f": "find", "ctrl+s": "save", "alt+arrowup": "up", "alt+arrowdown": "down", "alt+arrowleft": "out", "alt+arrowright": "in",
};

/** What a key means to the tree of objects; undefined where it means nothing. */
export function deedOfKey(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">): Name | undefined {
  const held = [event.ctrlKey || event.metaKey ? "ctrl" : "", event.altKey ? "alt" : "", event.shiftKey ? "shift" : ""].filter(Boolean);
  return byKey[[...held, event.key.toLowerCase()].join("+")];
}
