import { Button, Group, Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { IconSettings } from "../../ui/icons";
import { Tag } from "../../ui/Tag";
import { DevicesDialog } from "../phone/DevicesDialog";
import { LevelMeter } from "../phone/LevelMeter";
import { usePhone } from "../phone/PhoneContext";
import { useDesk } from "./DeskContext";
import { NoticeChoice } from "./NoticeChoice";

/** Where calls ring, whether they can, and with what one hears and speaks. */
export function PhonePanel() {
  const { t } = useTranslation(["desk", "phone"]);
  const { inBrowser, setInBrowser, work } = useDesk();
  const { link, phone, call } = usePhone();
  const [choosing, setChoosing] = useState(false);
  const ready = inBrowser ? link === "ready" : work.reachable;
  return (
    <Paper p="md" component="section" aria-label={t("phonePanel.title")}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3">{t("phonePanel.title")}</Title>
        <Tag tone={ready ? "good" : link === "refused" ? "bad" : "warn"}>{inBrowser ? t(`phone:links.${link}`) : t(work.reachable ? "phonePanel.deskReady" : "phonePanel.deskMissing")}</Tag>
      </Group>
      <Stack gap="sm">
        <SegmentedControl
          fullWidth value={inBrowser ? "browser" : "desk"} onChange={value => { setInBrowser(value === "browser"); }} aria-label={t("phonePanel.where")} disabled={call !== null}
          data={[{ value: "browser", label: t("phonePanel.browser") }, { value: "desk", label: t("phonePanel.desk") }]}
        />
        {!inBrowser && <Text size="sm" c="dimmed">{t("phonePanel.deskHow")}</Text>}
        {inBrowser && call?.state === "talking" && (
          <div>
            <LevelMeter stream={phone?.voice ?? null} label={t("phone:level")} />
            <Text size="xs" c="dimmed" mt={4} aria-hidden>{t("phone:level")}</Text>
          </div>
        )}
        <Group gap={8}>
          {inBrowser && <Button size="xs" variant="default" leftSection={<IconSettings size={16} />} onClick={() => { setChoosing(true); }}>{t("phone:devices.open")}</Button>}
          <NoticeChoice />
        </Group>
      </Stack>
      {choosing && <DevicesDialog onClose={() => { setChoosing(false); }} />}
    </Paper>
  );
}
