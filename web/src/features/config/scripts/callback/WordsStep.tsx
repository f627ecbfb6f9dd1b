import { Stack, Text } from "@mantine/core";
import type { CallbackPlan } from "../model/addCallback";
import { useWording } from "../words";
import { SaidField } from "./SaidField";

interface Props {
  readonly plan: CallbackPlan;
  readonly onChange: (changes: Partial<CallbackPlan>) => void;
}

/** What callers hear when the request was taken, is pending already, or is refused. */
export function WordsStep({ plan, onChange }: Props) {
  const { t } = useWording();
  return (
    <Stack gap="md">
      <Text>{t("assistant.wordsAbout")}</Text>
      {(["requested", "pending", "refused"] as const).map((name) => (
        <SaidField key={name} name={name} label={t(`assistant.texts.${name}`)} value={plan.texts[name]} onChange={(said) => { onChange({ texts: { ...plan.texts, [name]: said } }); }} />
      ))}
    </Stack>
  );
}
