import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { useDesk } from "../DeskContext";
import { CallAgainDialog } from "./CallAgainDialog";

/** What became of a callback, where the agent knows it better than the line: none of these is needed where the customer was reached. */
export function OutcomeChoice({ outcomes }: { outcomes: string[] }) {
  const { t } = useTranslation("desk");
  const { deeds } = useDesk();
  const [asking, setAsking] = useState<"wrong-number" | "call-again" | null>(null);
  const close = () => { setAsking(null); };
  return (
    <div role="group" aria-label={t("outcome.title")}>
      <Text size="sm" c="dimmed" mt="md" mb={6}>{t("outcome.title")}</Text>
      <Group gap={8}>
        {outcomes.includes("voicemail-reached") && <Button variant="default" onClick={() => { deeds.setOutcome({ outcome: "voicemail-reached" }); }}>{t("outcome.voicemail-reached")}</Button>}
        {outcomes.includes("wrong-number") && <Button variant="default" onClick={() => { setAsking("wrong-number"); }}>{t("outcome.wrong-number")}</Button>}
        {outcomes.includes("call-again") && <Button variant="default" onClick={() => { setAsking("call-again"); }}>{t("outcome.call-again")}</Button>}
      </Group>
      {asking === "wrong-number" && (
        <ConfirmDialog opened title={t("outcome.wrongTitle")} confirm={t("outcome.wrong-number")} danger onClose={close} onConfirm={() => { deeds.setOutcome({ outcome: "wrong-number" }); close(); }}>
          {t("outcome.wrongMeans")}
        </ConfirmDialog>
      )}
      {asking === "call-again" && <CallAgainDialog onClose={close} onChoose={at => { deeds.setOutcome({ outcome: "call-again", at }); close(); }} />}
    </div>
  );
}
