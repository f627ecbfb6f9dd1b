import type { AnySection, Json } from "./types";

/** What a field holds, and so how it is edited. */
export type FieldKind =
  | "text" | "integer" | "decimal" | "duration" | "flag" | "choice" | "reference" | "phoneNumber" | "language" | "timeZone"
  | "expression" | "secret" | "list" | "map" | "utterances" | "members" | "object" | (string & {});

/** A field, as the server's table of forms describes it. */
export interface Field {
  name: string;
  kind: FieldKind;
  required?: boolean;
  default?: Json;
  /** A number, or a duration as people write it: "40 s". */
  minimum?: number | string;
  maximum?: number | string;
  choices?: string[];
  /** Of a reference: the sections it may name an object of. */
  to?: AnySection[];
  /** Of a list: what each of its items is. */
  item?: { kind?: FieldKind; fields?: Field[] } & Partial<Omit<Field, "name" | "kind">>;
  fields?: Field[];
}

export interface ObjectType {
  fields: Field[];
  exits: string[];
  inQueueOnly: boolean;
}

/** GET /configuration/forms: describes every field of every section and of every script object. */
export interface Forms {
  sections: Record<string, { fields: Field[] }>;
  objects: Record<string, ObjectType>;
}
