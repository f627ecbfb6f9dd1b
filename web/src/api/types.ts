import type { Fault } from "./problem";

export const sections = [
  "trunks", "channels", "inboundQueues", "outboundQueues", "voicemailQueues", "agents", "dialPlans", "schedules", "scripts", "prompts",
  "contactLists", "transactionCodes", "statusCodes", "alerts", "webhooks", "widgets",
] as const;

/** A part of the configuration that holds keyed objects. */
export type Section = (typeof sections)[number];

/** Besides, what there is one of. */
export type AnySection = Section | "tenant";

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** An object of the configuration in canonical JSON: a field that is not set is absent. */
export type Value = { [name: string]: Json };

export type State = "unchanged" | "added" | "changed";

/** A problem of the draft; its pointer is into the whole document. */
export interface Problem extends Fault {
  code: string;
  section: AnySection;
  key: string;
  file?: string;
  line?: number;
}

export interface Reference {
  section: AnySection;
  key: string;
  name: string;
  pointer: string;
}

/** A row of a list of objects. */
export interface Item<T extends Value = Value> {
  key: string;
  name: string;
  value: T;
  etag: string;
  state: State;
  /** How many it has. */
  problems: number;
  /** Of a script, whose value is left out: how many objects it holds. */
  objects?: number;
}

export interface Page<T> {
  items: T[];
  total: number;
  next: string | null;
}

export interface DraftObject<T extends Value = Value> {
  section: AnySection;
  key: string;
  value: T;
  etag: string;
  state: State;
  usedBy: Reference[];
  problems: Problem[];
}

export interface Configuration {
  version: number;
  at: string | null;
  who: string | null;
  note: string | null;
  draft: { etag: string; changes: number; at: string | null; who: string | null };
  /** True until something was published. */
  empty: boolean;
}

export interface FieldChange {
  pointer: string;
  before?: Json;
  after?: Json;
  /** Where an item stood before it was moved. */
  from?: string | null;
}

export interface Change {
  /** `files` are the recordings; they have no fields. */
  section: AnySection | "files";
  key: string;
  name: string;
  kind: "added" | "removed" | "changed";
  fields: FieldChange[];
}

export interface Version {
  version: number;
  at: string;
  who: string | null;
  note: string | null;
  /** Null of the first, which has nothing before it. */
  changes: number | null;
}

/** Newest first: `next` is given as `before` for what is older. */
export interface Backlog<T> {
  items: T[];
  next: string | number | null;
}

export type Role = "administrator" | "supervisor" | "agent";

export interface SignedIn {
  name: string;
  displayName: string;
  role: Role;
  agent: string | null;
  language: string | null;
  /** What this person may do. Only for what to show: the server decides again at every request. */
  permissions: string[];
}

export interface Session {
  /** True while there is no user yet: the first administrator is to be made. */
  setup: boolean;
  user: SignedIn | null;
}

/** GET /status: the installation now. */
export interface ServerStatus {
  name: string;
  version: string;
  at: string;
  ready: boolean;
  draining: boolean;
  calls: number;
  configurationVersion: number;
}
