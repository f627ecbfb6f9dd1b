import { Button, Group, NativeSelect, Paper, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useObjects } from "../../api/draft";
import { currentLanguage } from "../../i18n";
import * as icons from "../../ui/icons";
import { Tag } from "../../ui/Tag";
import { phoneInWords } from "../../ui/words";
import { DevicesDialog } from "../phone/DevicesDialog";
import { Keypad } from "../phone/Keypad";
import { LevelMeter } from "../phone/LevelMeter";
import { usePhone } from "../phone/PhoneContext";
import { PhoneNotices } from "../phone/PhoneNotices";
import { Caption } from "./Caption";
import classes from "./tour.module.css";

interface Props {
  number: string;
  /** The channel's number to call; null for the first of the reader's language. */
  channel: string | null;
  onChannel: (number: string) => void;
}

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** A telephone, drawn large: whom to call, what happens, and the keys. */
export function TestPhone({ number, channel, onChannel }: Props) {
  const { t } = useTranslation(["tour", "phone"]);
  const { phone, link, call } = usePhone();
  const [pressed, setPressed] = useState("");
  const [choosing, setChoosing] = useState(false);
  const channels = useObjects("channels").data?.items.filter(({ value }) => value.enabled !== false) ?? [];
  const first = channels.find(({ value }) => value.language === currentLanguage()) ?? channels[0];
  const to = channel ?? text(first?.value.number);
  const press = (key: string) => {
    setPressed(before => (before + key).slice(-16));
    phone?.press(key);
  };
  const dial = () => {
    setPressed("");
    void phone?.call(to);
  };
  return (
    <Stack maw={420}>
      <PhoneNotices />
      <Paper className={classes.phone ?? ""} p="lg" component="section" aria-label={t("phone.title")} data-phone={call?.state ?? link}>
        <Group justify="space-between" mb="sm">
          <Text fw={650} className="figures">{phoneInWords(number)}</Text>
          <Tag tone={link === "ready" ? "good" : "warn"}>{t(`phone:links.${link}`)}</Tag>
        </Group>
        <Caption pressed={call?.state === "talking" ? pressed : ""} />
        {!call && (
          <Stack gap="sm">
            <NativeSelect
              label={t("phone.to")} value={to} onChange={event => { onChannel(event.currentTarget.value); }}
              data={channels.map(({ name, value }) => ({ value: text(value.number), label: `${name} · ${phoneInWords(text(value.number))}` }))}
            />
            <Button size="xl" radius="xl" leftSection={<icons.IconPhone size={24} />} disabled={link !== "ready" || to === ""} onClick={dial}>{t("phone.call")}</Button>
          </Stack>
        )}
        {call?.state === "rings" && (
          <Stack gap="sm">
            <Button size="xl" radius="xl" leftSection={<icons.IconPhone size={24} />} onClick={() => { setPressed(""); void phone?.answer(); }}>{t("phone.answer")}</Button>
            <Button size="xl" radius="xl" variant="default" onClick={() => { phone?.hangUp(); }}>{t("phone.decline")}</Button>
          </Stack>
        )}
        {call && call.state !== "rings" && (
          <Stack gap="sm">
            <Keypad disabled={call.state !== "talking"} onPress={press} />
            <LevelMeter stream={call.state === "talking" ? phone?.voice ?? null : null} label={t("phone:level")} />
            <Button size="xl" radius="xl" color="red.9" leftSection={<icons.IconPhoneOff size={24} />} onClick={() => { phone?.hangUp(); }}>{t("phone.hangUp")}</Button>
          </Stack>
        )}
      </Paper>
      <Group><Button size="xs" variant="default" leftSection={<icons.IconSettings size={16} />} onClick={() => { setChoosing(true); }}>{t("phone:devices.open")}</Button></Group>
      {choosing && <DevicesDialog onClose={() => { setChoosing(false); }} />}
    </Stack>
  );
}
