import { ChoiceField } from "./ChoiceField";
import type { FieldProps } from "./types";

/** A language that calls can be spoken in. */
export function LanguageField(props: FieldProps) {
  return <ChoiceField {...props} field={{ ...props.field, choices: props.field.choices ?? ["en", "fr"] }} />;
}
