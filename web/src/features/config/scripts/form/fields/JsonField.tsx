import { Textarea } from "@mantine/core";
import { useState } from "react";
import type { FieldProps } from "../../../../../ui/fields/types";
import { useFieldWords } from "../../../../../ui/fields/useFieldWords";
import { useWording } from "../../words";

/** A value of a shape that has no editor of its own, as JSON; taken over when it can be read. */
export function JsonField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { t } = useWording();
  const { label, description, error } = useFieldWords(field, scope, pointer, true);
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const take = (): void => {
    if (typed === null) {
      return;
    }
    try {
      onChange(typed.trim() === "" ? undefined : (JSON.parse(typed) as FieldProps["value"]));
      setTyped(null);
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <Textarea
      label={label} description={description} error={error ?? (wrong ? t("form.badJson") : undefined)} autosize minRows={2} maxRows={12} ff="monospace"
      value={typed ?? (value === undefined ? "" : JSON.stringify(value, null, 2))} onChange={(event) => { setTyped(event.currentTarget.value); }} onBlur={take}
    />
  );
}
