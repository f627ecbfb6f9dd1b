import { indexOf } from "./lookup";
import { isEntry, type Script, type ScriptNode, type SequenceAddress } from "./types";

/** What becomes of a call that has come to the end of a sequence. */
export type SequenceEnd = "hangs-up" | "waits" | "loops";

/** An exit that runs out goes round the nearest loop again, or back to waiting; in `main` it hangs up. */
export function endOf(script: Script, address: SequenceAddress): SequenceEnd {
  const index = indexOf(script);
  let holder = address.holder;
  while (!isEntry(holder)) {
    const at = index.get(holder);
    if (!at) {
      break;
    }
    if (at.node.type === "loop") {
      return "loops";
    }
    holder = at.holder;
  }
  return holder === "main" ? "hangs-up" : "waits";
}

/** Whether the next object of the same sequence comes after this one. */
export function goesOn(node: ScriptNode, exitsOf: (type: string) => readonly string[]): boolean {
  return !["goto", "hangUp", "loop", "forwardToScript"].includes(node.type) && exitsOf(node.type).length === 0;
}
