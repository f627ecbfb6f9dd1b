import { nextFreeKey } from "./exits";
import { ancestorsOf, indexOf, sequenceAt, type Located } from "./lookup";
import type { Script, ScriptNode } from "./types";

/** A Get Digit of the queue's treatment that asks for a choice, and the object that says what there is to choose. */
export interface Announcement {
  readonly question: string;
  readonly announcer: string;
  /** The next key that leads nowhere yet; undefined where all are taken. */
  readonly key: string | undefined;
}

/** Where the exits of the queue are announced: the questions of `inQueue`, the likeliest first. */
export function announcementsOf(script: Script): Announcement[] {
  const questions = [...indexOf(script).values()].filter((at) => at.entry === "inQueue" && at.node.type === "getDigit");
  return questions
    .map((at) => ({ at, score: score(script, at) }))
    .sort((a, b) => b.score - a.score)
    .map(({ at }) => ({ question: at.node.id, announcer: announcerOf(script, at), key: nextFreeKey(at.node) }));
}

/** A question that goes round in a loop is the one that all callers hear; one that leads out of the queue, more so. */
function score(script: Script, { node, depth }: Located): number {
  const inLoop = ancestorsOf(script, node.id).some((id) => indexOf(script).get(id)?.node.type === "loop");
  const ways = (node.branches ?? []).filter((branch) => /^[0-9*#]$/.test(branch.name) && branch.nodes.length > 0).length;
  return (inLoop ? 100 : 0) + Math.min(ways, 9) - depth * 10;
}

/** The question itself where it says something; else what is said right before it. */
function announcerOf(script: Script, at: Located): string {
  const before = sequenceAt(script, at)?.[at.index - 1];
  return !says(at.node) && before?.type === "say" && says(before) ? before.id : at.node.id;
}

function says(node: ScriptNode): boolean {
  const said = node.values[node.type === "say" ? "text" : "prompt"];
  return Array.isArray(said) && said.length > 0;
}

/** Whether callers of the queue can ask for a callback already. */
export function hasCallback(script: Script): boolean {
  return [...indexOf(script).values()].some((at) => at.entry === "inQueue" && at.node.type === "callback");
}

