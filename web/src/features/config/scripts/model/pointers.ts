import { find, indexOf, sequenceAt } from "./lookup";
import { isEntry, loopBranch, type Script, type SequenceAddress } from "./types";

/** Where a pointer leads: an object, or the script itself, and the rest of the way within it (a field, for example). */
export interface PointerTarget {
  readonly id: string | null;
  /** The exit the pointer ends at, where it names one and no object in it. */
  readonly branch: string | null;
  readonly field: readonly string[];
}

/** The RFC 6901 pointer of an object, relative to its script: `/inQueue/0/exits/3/1`. */
export function pointerOf(script: Script, id: string): string {
  const parts: string[] = [];
  const index = indexOf(script);
  let at = index.get(id);
  while (at) {
    parts.unshift(String(at.index));
    if (isEntry(at.holder)) {
      parts.unshift(at.holder);
      break;
    }
    const holder = index.get(at.holder);
    parts.unshift(...(holder?.node.type === "loop" ? [loopBranch] : ["exits", at.branch]));
    at = holder;
  }
  return parts.length === 0 ? "" : `/${parts.map(escape).join("/")}`;
}

/** The object a pointer leads to, as far as there is one. */
export function targetOf(script: Script, pointer: string): PointerTarget {
  const parts = pointer.split("/").slice(1).map(unescape);
  const [entry, ...rest] = parts;
  if (entry === undefined || !isEntry(entry)) {
    return { id: null, branch: null, field: parts };
  }
  return follow(script, { holder: entry, branch: "" }, rest, { id: null, branch: entry, field: [] });
}

function follow(script: Script, address: SequenceAddress, parts: readonly string[], sofar: PointerTarget): PointerTarget {
  const [at, kind, name, ...rest] = parts;
  const node = at === undefined ? undefined : sequenceAt(script, address)?.[Number(at)];
  if (!node) {
    return sofar;
  }
  const here: PointerTarget = { id: node.id, branch: null, field: parts.slice(1) };
  if (kind === "exits" && name !== undefined && find(script, node.id)?.branches?.some((branch) => branch.name === name)) {
    return follow(script, { holder: node.id, branch: name }, rest, { ...here, branch: name, field: [] });
  }
  if (kind === loopBranch && node.type === "loop" && name !== undefined) {
    return follow(script, { holder: node.id, branch: loopBranch }, parts.slice(2), here);
  }
  return here;
}

const escape = (part: string): string => part.replaceAll("~", "~0").replaceAll("/", "~1");
const unescape = (part: string): string => part.replaceAll("~1", "/").replaceAll("~0", "~");
