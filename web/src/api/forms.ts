import type { AnySection, Json } from "./types";

/** What a field holds, and so how it is edited. */
export type FieldKind =
  | "text" | "integer" | "duration" | "flag" | "choice" | "reference" | "phoneNumber" | "language" | "timeZone" | "expression" | "variable"
  | "pattern" | "rewrite" | "address" | "network" | "label" | "goto" | "hours" | "file" | "url" | "secret"
  | "list" | "map" | "record" | "utterances" | "weekly" | "exceptions" | "objects" | "object" | "exits";

/** What a value may be, as the server's table of forms describes it. */
export interface ValueForm {
  kind: FieldKind;
  /** A number, or a duration as people write it: "40 s". */
  minimum?: number | string;
  maximum?: number | string;
  choices?: string[];
  /** Of a reference: the sections it may name an object of. */
  to?: AnySection[];
  /** Characters at most. */
  longest?: number;
  /** Of a list or a map: what each of its items is. */
  item?: ValueForm;
  /** Items at most. */
  most?: number;
  /** Of a map: what its names are, in a word. */
  keys?: string;
  /** Of a record. */
  fields?: Field[];
  /** Of a record: fields of which exactly one is given. */
  exactlyOne?: string[];
}

export interface Field extends ValueForm {
  name: string;
  required?: boolean;
  default?: Json;
}

export interface ObjectType {
  fields: Field[];
  exits: string[];
  /** True where an object of this type needs at least one of its exits. */
  exitsRequired: boolean;
  inQueueOnly: boolean;
  /** The field that a value alone stands for. */
  principal?: string;
}

/** GET /configuration/forms: describes every field of every section and of every script object. */
export interface Forms {
  languages: string[];
  variables: { system: string[]; data: string[] };
  /** Characters of a key, at most. */
  keyLength: number;
  sections: Record<string, { fields: Field[]; single?: boolean }>;
  objects: Record<string, ObjectType>;
}
