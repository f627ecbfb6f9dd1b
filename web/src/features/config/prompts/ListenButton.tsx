import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { IconPlayerStop, IconVolume } from "../../../ui/icons";
import { useSound } from "../../../ui/useSound";

interface Props {
  /** Gets the sound. */
  load: (signal: AbortSignal) => Promise<Blob>;
  disabled?: boolean;
  onFault: (error: Error | null) => void;
}

/** Plays a sound that has to be asked for; pressed again it stops. */
export function ListenButton({ load, disabled = false, onFault }: Props) {
  const { t } = useTranslation("prompts");
  const { state, toggle } = useSound(load, onFault);
  return (
    <Button
      variant="light" size="compact-md" disabled={disabled} loading={state === "loading"} style={{ alignSelf: "flex-start" }}
      leftSection={state === "playing" ? <IconPlayerStop size={16} /> : <IconVolume size={16} />}
      onClick={toggle}
    >
      {t(state === "playing" ? "listen.stop" : "listen.start")}
    </Button>
  );
}
