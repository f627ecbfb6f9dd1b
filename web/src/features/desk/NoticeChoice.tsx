import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { IconBell } from "../../ui/icons";

/** Asks the system to be allowed to say that a call comes while another window is in front. */
export function NoticeChoice() {
  const { t } = useTranslation("desk");
  const [permission, setPermission] = useState(() => ("Notification" in window ? Notification.permission : "denied"));
  if (permission === "granted" || !("Notification" in window) || !window.isSecureContext) return null;
  if (permission === "denied") return <Text size="xs" c="dimmed">{t("notices.denied")}</Text>;
  return (
    <Button size="xs" variant="default" leftSection={<IconBell size={16} />} onClick={() => { void Notification.requestPermission().then(setPermission); }}>
      {t("notices.allow")}
    </Button>
  );
}
