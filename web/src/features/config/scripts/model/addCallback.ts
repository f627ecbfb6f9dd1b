import { announce, newQuestion } from "./callbackQuestion";
import { callbackSection, type SectionLabels } from "./callbackSection";
import type { CallbackTexts, Said } from "./callbackTexts";
import { nodeOf, nodesOf } from "./convert";
import { addExit, changeNode, insert } from "./edit";
import type { ExitsOf } from "./exits";
import { goesOn } from "./flow";
import { freeLabel, labelsOf } from "./labels";
import { ancestorsOf, indexOf } from "./lookup";
import { textOf, type Json, type JsonObject, type Script } from "./types";

/** What the assistant asks before it adds callback to a script. */
export interface CallbackPlan {
  /** The Get Digit that takes the key; null makes one in the loop of the queue. */
  readonly question: string | null;
  /** The object whose text announces the option; only where there is a question. */
  readonly announcer: string | null;
  readonly key: string;
  readonly announcement: Said;
  /** Whether callers may keep the number they call from. */
  readonly ownNumber: boolean;
  readonly texts: CallbackTexts;
  /** The parameters of the Callback object. */
  readonly terms: JsonObject;
}

/** What was put in. */
export interface AddedCallback {
  readonly script: Script;
  /** The Callback object. */
  readonly callback: string;
  /** Every object that is new or was changed. */
  readonly touched: readonly string[];
}

/**
 * Adds callback to a script, as one change: the option announced, its key, the number kept or typed, read back and confirmed, the
 * label, the Callback object and what is said when it was taken, is pending already, or is refused.
 */
export function addCallback(script: Script, plan: CallbackPlan, exitsOf: ExitsOf): AddedCallback {
  const asked = plan.question === null ? newQuestion(script, plan, exitsOf) : { script, question: plan.question };
  const announced = plan.question === null ? asked.script : announce(asked.script, plan.announcer ?? plan.question, plan.announcement);
  const taken = new Set(labelsOf(announced).map((label) => label.name));
  const labels = sectionLabels(taken);
  const home = homeOf(announced, asked.question, taken, exitsOf);
  const section = nodesOf(callbackSection(plan, labels, home.back) as Json[]);

  const withExit = addExit(home.script, asked.question, plan.key, exitsOf("getDigit"));
  const inExit = home.nested ? section : [nodeOf({ type: "goto", label: labels.start })];
  const filled = changeNode(withExit, asked.question, (node) => ({
    ...node, branches: node.branches?.map((branch) => (branch.name === plan.key ? { ...branch, nodes: inExit } : branch)) ?? null,
  }));
  const result = home.nested ? filled : insert(filled, { holder: "inQueue", branch: "", index: filled.inQueue.length }, section);
  const before = indexOf(script);
  const touched = [...indexOf(result).values()].filter(({ node }) => before.get(node.id)?.node.values !== node.values).map(({ node }) => node.id);
  return { script: result, callback: section.find((node) => node.type === "callback")?.id ?? asked.question, touched };
}

function sectionLabels(taken: Set<string>): SectionLabels {
  const take = (wish: string): string => {
    const name = freeLabel(taken, wish);
    taken.add(name);
    return name;
  };
  return { start: take("Rappeler"), number: take("Numero"), confirm: take("Confirmer"), callback: take("Rappel") };
}

interface Home {
  readonly script: Script;
  /** Under the key itself, where the end of the treatment would run into it. */
  readonly nested: boolean;
  /** Back to waiting. */
  readonly back: readonly JsonObject[];
}

/** Where the new objects go: behind the treatment, with a label to come back to; or under the key, whose end comes back by itself. */
function homeOf(script: Script, question: string, taken: ReadonlySet<string>, exitsOf: ExitsOf): Home {
  const last = script.inQueue.at(-1);
  if (!last || goesOn(last, exitsOf)) {
    return { script, nested: true, back: [] };
  }
  const top = ancestorsOf(script, question).at(-1) ?? question;
  const index = script.inQueue.findIndex((node) => node.id === top);
  const before = script.inQueue[index - 1];
  if (before?.type === "label") {
    return { script, nested: false, back: [{ type: "goto", label: textOf(before.values["name"]) }] };
  }
  const name = freeLabel(taken, "Attente");
  const labelled = insert(script, { holder: "inQueue", branch: "", index }, [nodeOf({ type: "label", name })]);
  return { script: labelled, nested: false, back: [{ type: "goto", label: name }] };
}
