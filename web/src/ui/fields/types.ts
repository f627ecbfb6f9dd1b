import type { Field } from "../../api/forms";
import type { Json } from "../../api/types";

/** What every control of a field is given; a page's own control in `overrides` too. */
export interface FieldProps {
  field: Field;
  /** Undefined where it is not set. */
  value: Json | undefined;
  /** Undefined takes the field away. */
  onChange: (value: Json | undefined) => void;
  /** Where the value stands in the document. */
  pointer: string;
  /** Of its words in fields.json: `agents.offerTimeout`. */
  scope: string;
}

/** What a control shows besides its value; from useFieldWords. */
export interface FieldWords {
  label: string;
  description: string | undefined;
  error: string | undefined;
  placeholder: string | undefined;
}
