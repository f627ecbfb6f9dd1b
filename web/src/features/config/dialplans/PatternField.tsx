import { Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { readPattern } from "./pattern";

interface Props {
  id: string;
  value: string;
  label: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}

/** A rule's regular expression, looked at while it is typed. */
export function PatternField({ id, value, label, problem, onChange }: Props) {
  const { t } = useTranslation("dialPlans");
  const { fault, groups } = readPattern(value);
  const told = fault && fault.kind !== "empty" ? t(`pattern.${fault.kind}`, { position: "at" in fault ? fault.at + 1 : 0, most: "most" in fault ? fault.most : 0 }) : undefined;
  return (
    <TextInput
      id={id} label={t("rule.pattern")} aria-label={label} value={value} onChange={(event) => { onChange(event.currentTarget.value); }} error={told ?? problem}
      required spellCheck={false} autoCapitalize="off" autoComplete="off" styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      rightSectionWidth={84}
      rightSection={!fault && groups > 0 ? <Text size="xs" c="dimmed">{t("pattern.groups", { count: groups })}</Text> : null}
    />
  );
}
