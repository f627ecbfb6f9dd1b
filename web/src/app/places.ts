import type { AnySection, Section } from "../api/types";

const pages: Record<Section, string> = {
  trunks: "trunks",
  channels: "channels",
  inboundQueues: "queues/inbound",
  outboundQueues: "queues/outbound",
  voicemailQueues: "queues/voicemail",
  agents: "agents",
  dialPlans: "dial-plans",
  schedules: "schedules",
  scripts: "scripts",
  prompts: "prompts",
  contactLists: "contact-lists",
  transactionCodes: "codes/transaction",
  statusCodes: "codes/status",
  alerts: "alerts",
  webhooks: "webhooks",
  widgets: "widgets",
};

/** What an object is made under: no key begins with a tilde. */
export const newKey = "~new";

/** The page of a section's list. */
export const listPlace = (section: AnySection) => (section === "tenant" ? "/config/overview" : `/config/${pages[section].split("/")[0] ?? ""}`);

/** The page of one object. */
export const objectPlace = (section: AnySection, key: string) =>
  section === "tenant" ? "/config/overview" : `/config/${pages[section]}/${encodeURIComponent(key)}`;

/** The page that makes a new object. */
export const newPlace = (section: Section) => `/config/${pages[section]}/${newKey}`;

/** The page of what a problem's pointer points at; the page takes the pointer from the hash and moves the focus there. */
export function problemPlace(pointer: string) {
  const [section, key] = pointerSteps(pointer);
  return section === undefined ? "/config/overview" : `${objectPlace(section as AnySection, key ?? "")}#${encodeURIComponent(pointer)}`;
}

/** RFC 6901: the steps of a pointer. */
export const pointerSteps = (pointer: string) =>
  pointer.split("/").slice(1).map(step => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** RFC 6901: a pointer one or more steps further. */
export const pointerTo = (start: string, ...steps: (string | number)[]) =>
  start + steps.map(step => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
