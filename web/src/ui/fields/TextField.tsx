import { Textarea, TextInput } from "@mantine/core";
import { fieldId, useReadOnly } from "./FormContext";
import type { FieldProps } from "./types";
import { useFieldWords } from "./useFieldWords";

const LONG = 200;

/** Text of any kind: names, addresses, expressions. Nothing typed means that the field is not set. */
export function TextField({ field, value, onChange, pointer, scope }: FieldProps) {
  const words = useFieldWords(field, scope, pointer);
  const readOnly = useReadOnly();
  const props = {
    ...words,
    id: fieldId(pointer),
    required: field.required ?? false,
    readOnly,
    value: value === undefined ? "" : String(value),
    onChange: (event: { currentTarget: { value: string } }) => { onChange(event.currentTarget.value === "" ? undefined : event.currentTarget.value); },
    spellCheck: field.kind === "text",
  };
  if (field.kind === "text" && (field.longest ?? 0) > LONG) return <Textarea {...props} autosize minRows={2} maxRows={10} />;
  const technical = field.kind !== "text" && field.kind !== "phoneNumber";
  return (
    <TextInput
      {...props} {...(field.kind === "phoneNumber" ? { type: "tel", placeholder: "+15145550100" } : {})}
      {...(technical ? { styles: { input: { fontFamily: "var(--mantine-font-family-monospace)" } }, autoCapitalize: "none", autoCorrect: "off" } : {})}
    />
  );
}
