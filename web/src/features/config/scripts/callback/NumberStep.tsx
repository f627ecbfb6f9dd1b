import { Stack, Switch, Text } from "@mantine/core";
import type { CallbackPlan } from "../model/addCallback";
import type { CallbackTexts } from "../model/callbackTexts";
import { useWording } from "../words";
import { SaidField } from "./SaidField";

interface Props {
  readonly plan: CallbackPlan;
  readonly onChange: (changes: Partial<CallbackPlan>) => void;
}

/** Which number is rung: kept or typed, read back and confirmed. */
export function NumberStep({ plan, onChange }: Props) {
  const { t } = useWording();
  const names: (keyof CallbackTexts)[] = [...(plan.ownNumber ? ["ownNumber" as const] : []), "enterNumber", "readBack", "confirm"];
  return (
    <Stack gap="md">
      <Text>{t("assistant.numberAbout")}</Text>
      <Switch label={t("assistant.ownNumber")} checked={plan.ownNumber} onChange={(event) => { onChange({ ownNumber: event.currentTarget.checked }); }} />
      {names.map((name) => (
        <SaidField key={name} name={name} label={t(`assistant.texts.${name}`)} value={plan.texts[name]} onChange={(said) => { onChange({ texts: { ...plan.texts, [name]: said } }); }} />
      ))}
    </Stack>
  );
}
