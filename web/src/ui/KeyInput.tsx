import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { fieldId } from "./fields/FormContext";

interface Props {
  value: string;
  onChange: (key: string) => void;
  error?: string | undefined;
  /** What it is for this kind of object, where that is not obvious (an agent's SIP user name). */
  help?: string;
}

/** The key of a new object: what others refer to it by, and its place in the YAML files. */
export function KeyInput({ value, onChange, error, help }: Props) {
  const { t } = useTranslation("editor");
  return (
    <TextInput
      id={fieldId("/key")} label={t("key.label")} description={help ?? t("key.help")} required error={error} value={value} autoCapitalize="none" styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      spellCheck={false} autoComplete="off" maw={420} onChange={event => { onChange(event.currentTarget.value); }}
    />
  );
}
