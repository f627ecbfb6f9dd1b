import { SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useVoicemails } from "../../../api/voicemails";
import { usePhone } from "../../phone/PhoneContext";
import { VoicemailCard } from "../../voicemail/VoicemailCard";
import { useDesk } from "../DeskContext";
import { useQueueNames } from "../useQueueNames";

/** Messages left in the agent's queues: to hear, answer and close. */
export function Voicemails() {
  const { t } = useTranslation("desk");
  const [status, setStatus] = useState<"open" | "closed">("open");
  const { data, error } = useVoicemails({ status });
  const { deeds, work } = useDesk();
  const { phone } = usePhone();
  const queueName = useQueueNames();
  const callBack = (number: string) => {
    phone?.expectCall();
    deeds.dial(number);
  };
  return (
    <Stack gap="sm">
      <SegmentedControl
        w="fit-content" size="xs" value={status} onChange={value => { setStatus(value === "closed" ? "closed" : "open"); }} aria-label={t("voicemail.which")}
        data={[{ value: "open", label: t("voicemail.open") }, { value: "closed", label: t("voicemail.closed") }]}
      />
      {error && !data && <Text c="dimmed">{error.message}</Text>}
      {data?.items.length === 0 && <Text c="dimmed">{t("voicemail.none")}</Text>}
      {data?.items.map(voicemail => (
        <VoicemailCard key={voicemail.id} voicemail={voicemail} queueName={queueName(voicemail.queue)} onCall={work.call ? undefined : callBack} />
      ))}
    </Stack>
  );
}
