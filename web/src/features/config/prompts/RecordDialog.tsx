import { Alert, Button, Group, Loader, Progress, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { IconMicrophone, IconPlayerStop } from "../../../ui/icons";
import { Dialog } from "../shared/Dialog";
import { Sound } from "./Sound";
import { longestSeconds, useRecorder } from "./useRecorder";

interface Props {
  /** What is to be read out, where there is a text. */
  text: string | undefined;
  keeping: boolean;
  error: string | undefined;
  onKeep: (sound: Blob) => void;
  onClose: () => void;
}

const clock = (seconds: number) => `${String(Math.floor(seconds / 60))}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** Speak, listen, keep. */
export function RecordDialog({ text, keeping, error, onKeep, onClose }: Props) {
  const { t } = useTranslation("prompts");
  const { state, level, seconds, start, stop, reset } = useRecorder();
  const sound = state.kind === "done" ? state.sound : null;
  return (
    <Dialog onClose={onClose} title={t("record.title")} closeOnClickOutside={state.kind !== "recording"}>
      <Stack>
        {text && <div><Text size="sm" c="dimmed">{t("record.read")}</Text><Text fz="lg">{text}</Text></div>}
        {state.kind === "fault" && <Alert color="red">{t(`record.faults.${state.fault}`)}</Alert>}
        {error && <Alert color="red">{error}</Alert>}
        {state.kind === "recording" && (
          <div>
            <Progress value={level * 100} size="lg" color={level > 0.9 ? "red" : "green"} transitionDuration={60} aria-label={t("record.level")} />
            <Text ta="center" mt="xs" ff="monospace" role="timer">{clock(seconds)} / {clock(longestSeconds)}</Text>
          </div>
        )}
        {sound && <Sound sound={sound} label={t("record.listen")} />}
        <Group justify="flex-end">
          {(state.kind === "idle" || state.kind === "fault") && <Button leftSection={<IconMicrophone size={16} />} onClick={start} data-autofocus>{t("record.start")}</Button>}
          {(state.kind === "asking" || state.kind === "keeping") && <Group gap="xs"><Loader size="sm" /><Text size="sm">{t(`record.${state.kind}`)}</Text></Group>}
          {state.kind === "recording" && <Button color="red" leftSection={<IconPlayerStop size={16} />} onClick={stop}>{t("record.stop")}</Button>}
          {sound && <Button variant="default" onClick={reset} disabled={keeping}>{t("record.again")}</Button>}
          {sound && <Button onClick={() => { onKeep(sound); }} loading={keeping}>{t("record.keep")}</Button>}
        </Group>
      </Stack>
    </Dialog>
  );
}
