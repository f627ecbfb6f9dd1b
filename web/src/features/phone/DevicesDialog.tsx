import { Alert, Button, Group, Modal, NativeSelect, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { canChooseSpeaker, chooseDevices, playOn, useChosenDevices, useDeviceList, type ChosenDevices } from "./devices";
import { LevelMeter } from "./LevelMeter";
import { closeMicrophone, NoMicrophone, openMicrophone, type MicrophoneProblem } from "./microphone";
import { ringing, soundOf } from "./sounds";

const TRIED = 3_000;

/** Which microphone, which speaker, and where it rings; each can be tried at once. */
export function DevicesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["phone", "common"]);
  const chosen = useChosenDevices();
  const { stream, problem } = useTriedMicrophone(chosen.microphone);
  const list = useDeviceList(stream);
  const choice = (name: keyof ChosenDevices, kind: MediaDeviceKind) => (
    <NativeSelect
      label={t(`devices.${name}`)} value={chosen[name]} onChange={event => { chooseDevices({ [name]: event.currentTarget.value }); }}
      data={[{ value: "", label: t("devices.system") }, ...list.filter(device => device.kind === kind && device.deviceId !== "" && device.deviceId !== "default")
        .map((device, index) => ({ value: device.deviceId, label: device.label || t("devices.unnamed", { n: index + 1 }) }))]}
    />
  );
  return (
    <Modal opened onClose={onClose} title={<Text fw={620}>{t("devices.title")}</Text>} closeButtonProps={{ "aria-label": t("common:close") }}>
      <Stack>
        {choice("microphone", "audioinput")}
        {problem ? <Alert color="red" role="alert">{t(`microphone.${problem}`)}</Alert> : (
          <div><Text size="sm" c="dimmed" mb={6}>{t("devices.speak")}</Text><LevelMeter stream={stream} label={t("devices.level")} /></div>
        )}
        {canChooseSpeaker ? choice("speaker", "audiooutput") : <Text size="sm" c="dimmed">{t("devices.noChoice")}</Text>}
        {canChooseSpeaker && choice("ringer", "audiooutput")}
        <Group justify="space-between">
          <Button variant="default" onClick={() => { void tryRing(chosen.ringer); }}>{t("devices.ring")}</Button>
          <Button onClick={onClose}>{t("common:close")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

async function tryRing(device: string) {
  const player = new Audio(soundOf(ringing));
  await playOn(player, device);
  await player.play();
  setTimeout(() => { player.pause(); }, TRIED);
}

/** The chosen microphone, open while it is being chosen. */
function useTriedMicrophone(device: string): { stream: MediaStream | null; problem: MicrophoneProblem | null } {
  const [tried, setTried] = useState<{ stream: MediaStream | null; problem: MicrophoneProblem | null }>({ stream: null, problem: null });
  useEffect(() => {
    let over = false;
    let open: MediaStream | null = null;
    openMicrophone(device).then(
      stream => {
        open = stream;
        if (over) closeMicrophone(stream);
        else setTried({ stream, problem: null });
      },
      (cause: unknown) => { if (!over) setTried({ stream: null, problem: cause instanceof NoMicrophone ? cause.problem : "unknown" }); },
    );
    return () => {
      over = true;
      closeMicrophone(open);
    };
  }, [device]);
  return tried;
}
