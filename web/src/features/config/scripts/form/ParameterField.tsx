import type { ComponentType } from "react";
import { FieldInput } from "../../../../ui/fields/FieldInput";
import type { FieldProps } from "../../../../ui/fields/types";
import { JsonField } from "./fields/JsonField";
import { GotoField, LabelField, VariableField } from "./fields/NameFields";
import { PromptsField } from "./fields/PromptsField";
import { UtterancesField } from "./fields/UtterancesField";

const own: Readonly<Record<string, ComponentType<FieldProps>>> = {
  variable: VariableField, label: LabelField, goto: GotoField, utterances: UtterancesField, list: PromptsField, objects: JsonField, object: JsonField,
};

/** The editor of one parameter of an object, by what it holds: those that scripts alone have, and everybody's. */
export function ParameterField(props: FieldProps) {
  const Editor = own[props.field.kind] ?? FieldInput;
  return <Editor {...props} />;
}
