import { shownExits, type ExitsOf } from "../model/exits";
import { indexOf, sequenceAt } from "../model/lookup";
import { isEntry, type Place, type Script } from "../model/types";

export type Direction = "up" | "down" | "out" | "in";

/**
 * Where an object goes by Alt and an arrow. Up and down step through its sequence, and beyond its ends into the next exit or the
 * other entry; out is after the object it is under; in is to the end of the last exit of the object before it.
 */
export function moveTarget(script: Script, id: string, direction: Direction, exitsOf: ExitsOf): Place | null {
  const at = indexOf(script).get(id);
  if (!at) {
    return null;
  }
  const sequence = sequenceAt(script, at) ?? [];
  switch (direction) {
    case "up":
      return at.index > 0 ? { holder: at.holder, branch: at.branch, index: at.index - 1 } : beside(script, at, -1, exitsOf);
    case "down":
      return at.index < sequence.length - 1 ? { holder: at.holder, branch: at.branch, index: at.index + 2 } : beside(script, at, 1, exitsOf);
    case "out": {
      const holder = indexOf(script).get(at.holder);
      return holder ? { holder: holder.holder, branch: holder.branch, index: holder.index + 1 } : null;
    }
    case "in": {
      const before = sequence[at.index - 1];
      const exit = before && shownExits(before, exitsOf).at(-1);
      return before && exit ? { holder: before.id, branch: exit.name, index: exit.nodes.length } : null;
    }
  }
}

/** The sequence next to one: the exit before or after it, then out of the object; the other entry from an entry's end. */
function beside(script: Script, address: Place, way: 1 | -1, exitsOf: ExitsOf): Place | null {
  if (isEntry(address.holder)) {
    const other = address.holder === "main" ? "inQueue" : "main";
    return way === (other === "inQueue" ? 1 : -1) ? { holder: other, branch: "", index: way > 0 ? 0 : script[other].length } : null;
  }
  const holder = indexOf(script).get(address.holder);
  if (!holder) {
    return null;
  }
  const exits = shownExits(holder.node, exitsOf);
  const next = exits[exits.findIndex((exit) => exit.name === address.branch) + way];
  if (next) {
    return { holder: holder.node.id, branch: next.name, index: way > 0 ? 0 : next.nodes.length };
  }
  return { holder: holder.holder, branch: holder.branch, index: way > 0 ? holder.index + 1 : holder.index };
}
