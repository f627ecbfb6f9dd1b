import { Autocomplete, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldId } from "../../../../../ui/fields/FormContext";
import type { FieldProps } from "../../../../../ui/fields/types";
import { useFieldWords } from "../../../../../ui/fields/useFieldWords";
import { useEditor } from "../../editor/EditorContext";
import { labelLength, labelsOf } from "../../model/labels";
import { entryOf, find } from "../../model/lookup";
import { textOf } from "../../model/types";
import { knownVariables } from "../../model/variables";
import { useWording } from "../../words";

/** The name of a label: taken over when it is left, for the gotos that lead to it take the new name too. */
export function LabelField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { label, description, error } = useFieldWords(field, scope, pointer);
  const [typed, setTyped] = useState<string | null>(null);
  const take = (): void => {
    if (typed !== null && typed !== textOf(value)) {
      onChange(typed);
    }
    setTyped(null);
  };
  return (
    <TextInput
      id={fieldId(pointer)} label={label} description={description} error={error} required maxLength={labelLength} value={typed ?? textOf(value)}
      onChange={(event) => { setTyped(event.currentTarget.value); }} onBlur={take} onKeyDown={(event) => { if (event.key === "Enter") { take(); } }}
    />
  );
}

/** A label of the same entry. */
export function GotoField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { t } = useWording();
  const { label, description, error } = useFieldWords(field, scope, pointer);
  const { script, selected } = useEditor();
  const names = [...new Set(labelsOf(script, entryOf(script, selected)).map((one) => one.name).filter((name) => name !== ""))];
  const now = textOf(value);
  return (
    <Select
      id={fieldId(pointer)} label={label} description={description} error={error} required searchable nothingFoundMessage={t("form.noLabel")}
      data={now === "" || names.includes(now) ? names : [now, ...names]} value={now || null} placeholder={t("form.choose")}
      onChange={(name) => { onChange(name ?? ""); }}
    />
  );
}

/** A variable: one that the system fills, data of the customer, or any that the script sets. */
export function VariableField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { label, description, error } = useFieldWords(field, scope, pointer);
  const { script, selected } = useEditor();
  // Only Test Variable reads what it names.
  const writable = find(script, selected)?.type !== "testVariable";
  return (
    <Autocomplete
      id={fieldId(pointer)} label={label} description={description} error={error} required={field.required === true} value={textOf(value)}
      data={knownVariables(script, { writable }).map((name) => (field.name === "data" && name.includes(".") ? name : `$${name}`))} onChange={onChange}
    />
  );
}
