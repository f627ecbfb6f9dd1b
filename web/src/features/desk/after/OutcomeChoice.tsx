import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { useDesk } from "../DeskContext";
import { CallAgainDialog } from "./CallAgainDialog";

const order = ["voicemail-reached", "wrong-number", "call-again"] as const;

/**
 * What became of a callback, where the agent knows it better than the line: none of these is needed where the customer was reached. It holds at
 * the end of the wrap-up; pressed once more, it is taken back.
 */
export function OutcomeChoice({ outcomes, chosen }: { outcomes: string[]; chosen: string | null }) {
  const { t } = useTranslation("desk");
  const { deeds } = useDesk();
  const [asking, setAsking] = useState<(typeof order)[number] | null>(null);
  const close = () => { setAsking(null); };
  const press = (outcome: (typeof order)[number]) => {
    if (outcome === chosen) deeds.setOutcome({ outcome: "completed" });
    else if (outcome === "voicemail-reached") deeds.setOutcome({ outcome });
    else setAsking(outcome);
  };
  return (
    <div role="group" aria-label={t("outcome.title")}>
      <Text size="sm" c="dimmed" mt="md" mb={6}>{t("outcome.title")}</Text>
      <Group gap={8}>
        {order.filter(outcome => outcomes.includes(outcome)).map(outcome => (
          <Button key={outcome} variant={outcome === chosen ? "filled" : "default"} aria-pressed={outcome === chosen} onClick={() => { press(outcome); }}>
            {t(`outcome.${outcome}`)}
          </Button>
        ))}
      </Group>
      {chosen && <Text size="sm" mt={6} role="status">{t("outcome.holds")}</Text>}
      {asking === "wrong-number" && (
        <ConfirmDialog opened title={t("outcome.wrongTitle")} confirm={t("outcome.wrong-number")} danger onClose={close} onConfirm={() => { deeds.setOutcome({ outcome: "wrong-number" }); close(); }}>
          {t("outcome.wrongMeans")}
        </ConfirmDialog>
      )}
      {asking === "call-again" && <CallAgainDialog onClose={close} onChoose={at => { deeds.setOutcome({ outcome: "call-again", at }); close(); }} />}
    </div>
  );
}
