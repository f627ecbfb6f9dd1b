import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { phoneInWords } from "../../ui/words";
import { cleaned, isNumber } from "./numbers";

/** Which number the customer has: callbacks to it ring here. */
export function NumberForm({ number, onChange }: { number: string; onChange: (number: string) => void }) {
  const { t } = useTranslation("tour");
  const [typed, setTyped] = useState(phoneInWords(number));
  const wanted = cleaned(typed);
  const right = isNumber(wanted);
  return (
    <form onSubmit={event => { event.preventDefault(); if (right) onChange(wanted); }}>
      <Group align="flex-end" gap="sm" mb="md">
        <TextInput
          label={t("phone.number")} description={t("phone.numberHelp")} type="tel" value={typed} onChange={event => { setTyped(event.currentTarget.value); }}
          error={right ? undefined : t("phone.numberWrong")} autoComplete="off" w={320}
        />
        {wanted !== number && <Button type="submit" disabled={!right}>{t("phone.use")}</Button>}
      </Group>
    </form>
  );
}
