import { MultiSelect, TagsInput } from "@mantine/core";
import type { Json } from "../../api/types";
import { fieldId, useReadOnly } from "./FormContext";
import { RecordListField } from "./RecordListField";
import type { FieldProps } from "./types";
import { useChoiceWord, useFieldWords } from "./useFieldWords";

const texts = (value: Json | undefined) => (Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]);

/** A list of words: of a few that there are, or typed. Lists of references are rows, for their order counts. */
export function ListField(props: FieldProps) {
  const { field, value, onChange, pointer, scope } = props;
  const words = useFieldWords(field, scope, pointer, true);
  const readOnly = useReadOnly();
  const word = useChoiceWord(scope);
  if (field.item?.kind === "reference") return <RecordListField {...props} />;

  const shared = {
    ...words, id: fieldId(pointer), required: field.required ?? false, readOnly, value: texts(value), maw: 620,
    ...(field.most ? { maxValues: field.most } : {}),
    onChange: (chosen: string[]) => { onChange(chosen.length === 0 ? undefined : chosen); },
  };
  const { choices } = field.item ?? {};
  return choices
    ? <MultiSelect {...shared} data={choices.map(choice => ({ value: choice, label: word(choice) }))} />
    : <TagsInput {...shared} splitChars={[",", " ", ";"]} acceptValueOnBlur />;
}
