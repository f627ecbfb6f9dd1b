import { Alert, Button, Group, Loader, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { IconPhone } from "../../../ui/icons";
import { usePhone } from "../../phone/PhoneContext";
import { useDeskEvent } from "../shortcuts/deskEvents";

/** The phone was lost in mid-call, and is called again. It answers by itself, unless the browser wants the microphone to be allowed first. */
export function Reconnecting() {
  const { t } = useTranslation("desk");
  const { phone, call } = usePhone();
  const rings = call?.state === "rings";
  const answer = () => { void phone?.answer(); };
  useDeskEvent("accept", answer);
  return (
    <Alert color="yellow" mt="md" role="status" icon={<Loader size={18} color="currentColor" />} title={t("reconnecting.title")}>
      <Group justify="space-between">
        <Text size="sm">{t("reconnecting.what")}</Text>
        {rings && <Button leftSection={<IconPhone size={18} />} onClick={answer} aria-keyshortcuts="a">{t("reconnecting.answer")}</Button>}
      </Group>
    </Alert>
  );
}
