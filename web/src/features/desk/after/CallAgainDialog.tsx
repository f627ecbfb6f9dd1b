import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { momentInWords } from "../../../ui/words";

const MINUTE = 60_000;
const soon = [15, 30, 60, 120];

/** As `<input type="datetime-local">` has it: by the clock of whoever looks. */
export function localMoment(at: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Asks when to call again. */
export function CallAgainDialog({ onChoose, onClose }: { onChoose: (at: string) => void; onClose: () => void }) {
  const { t } = useTranslation(["desk", "common"]);
  const [opened] = useState(() => Date.now());
  const [typed, setTyped] = useState(() => localMoment(new Date(opened + 60 * MINUTE)));
  const moment = new Date(typed);
  const right = !Number.isNaN(moment.getTime()) && moment.getTime() > opened;
  return (
    <Modal opened onClose={onClose} title={<Text fw={620}>{t("outcome.againTitle")}</Text>} closeButtonProps={{ "aria-label": t("common:close") }}>
      <form onSubmit={event => { event.preventDefault(); if (right) onChoose(moment.toISOString()); }}>
        <Stack>
          <Text size="sm" c="dimmed">{t("outcome.againMeans")}</Text>
          <Group gap={6}>
            {soon.map(minutes => (
              <Button key={minutes} size="xs" variant="default" onClick={() => { setTyped(localMoment(new Date(opened + minutes * MINUTE))); }}>{t("outcome.in", { time: momentInWords(new Date(opened + minutes * MINUTE).toISOString()) })}</Button>
            ))}
          </Group>
          <TextInput type="datetime-local" label={t("outcome.at")} value={typed} onChange={event => { setTyped(event.currentTarget.value); }} error={right ? undefined : t("outcome.past")} />
          <Group justify="flex-end"><Button type="submit" disabled={!right}>{t("outcome.call-again")}</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}
