import type { Section } from "../../../api/types";

/** What the checklist has to know. */
export interface Known {
  /** How many objects each section of the draft has. */
  counts: Partial<Record<Section, number>>;
  /** The contact centre has a name and a language. */
  tenant: boolean;
  /** Some script asks for callbacks. */
  callback: boolean;
  version: number;
  /** Nothing is in force that a call could use. */
  empty: boolean;
  /** Changes not published yet. */
  changes: number;
}

export type StepName = "tenant" | "trunks" | "dialPlans" | "schedules" | "agents" | "inboundQueues" | "outboundQueues" | "scripts" | "callback" | "channels" | "publish";

export interface SetupStep {
  name: StepName;
  done: boolean;
}

const sectionsInOrder = ["trunks", "dialPlans", "schedules", "agents", "inboundQueues", "outboundQueues", "scripts"] as const;

/** The way from an empty store to a working callback, each step after those it builds on. */
export function stepsOf({ counts, tenant, callback, empty, changes }: Known): SetupStep[] {
  const there = (section: Section) => (counts[section] ?? 0) > 0;
  return [
    { name: "tenant", done: tenant },
    ...sectionsInOrder.map((section) => ({ name: section, done: there(section) })),
    { name: "callback", done: callback },
    { name: "channels", done: there("channels") },
    { name: "publish", done: !empty && changes === 0 },
  ];
}
