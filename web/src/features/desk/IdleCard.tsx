import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { IconPhoneOutgoing } from "../../ui/icons";
import { DialDialog } from "./call/DialDialog";
import { useDesk } from "./DeskContext";

/** Nothing to do now: says whether something will come, and if not, why not. */
export function IdleCard() {
  const { t } = useTranslation("desk");
  const { work, deeds } = useDesk();
  const [dialling, setDialling] = useState(false);
  const state = !work.reachable && work.status !== "logged-out" ? "unreachable" : work.status;
  const mayDial = work.reachable && (work.status === "on-break" || work.status === "available" || work.status === "working-offline");
  return (
    <Paper p={{ base: "md", sm: "xl" }} component="section" aria-label={t("idle.title")} ta="center">
      <Title order={2} size="h3">{t(`idle.${state}.title`)}</Title>
      <Text c="dimmed" maw={520} mx="auto" mt={4}>{t(`idle.${state}.next`)}</Text>
      <Group justify="center" mt="md">
        {work.status !== "available" && work.reachable && <Button onClick={() => { deeds.setStatus("available"); }}>{t("idle.go")}</Button>}
        {mayDial && <Button variant="default" leftSection={<IconPhoneOutgoing size={16} />} onClick={() => { setDialling(true); }}>{t("dial.open")}</Button>}
      </Group>
      {dialling && <DialDialog onClose={() => { setDialling(false); }} />}
    </Paper>
  );
}
