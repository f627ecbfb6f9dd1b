import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconPlayerStop, IconVolume } from "../../../ui/icons";

interface Props {
  /** Gets the sound. */
  load: (signal: AbortSignal) => Promise<Blob>;
  disabled?: boolean;
  onFault: (error: Error | null) => void;
}

/** Plays a sound that has to be asked for; pressed again it stops. */
export function ListenButton({ load, disabled = false, onFault }: Props) {
  const { t } = useTranslation("prompts");
  const [state, setState] = useState<"silent" | "loading" | "playing">("silent");
  const playing = useRef<{ stop: () => void } | null>(null);
  useEffect(() => () => { playing.current?.stop(); }, []);

  const start = async () => {
    const control = new AbortController();
    const player = new Audio();
    const stop = () => {
      control.abort();
      player.pause();
      if (player.src) URL.revokeObjectURL(player.src);
      playing.current = null;
      setState("silent");
    };
    playing.current = { stop };
    setState("loading");
    onFault(null);
    try {
      player.src = URL.createObjectURL(await load(control.signal));
      player.onended = stop;
      await player.play();
      setState("playing");
    } catch (error) {
      if (!control.signal.aborted) {
        stop();
        onFault(error instanceof Error ? error : new Error(String(error)));
      }
    }
  };

  return (
    <Button
      variant="light" size="compact-md" disabled={disabled} loading={state === "loading"} style={{ alignSelf: "flex-start" }}
      leftSection={state === "playing" ? <IconPlayerStop size={16} /> : <IconVolume size={16} />}
      onClick={() => { if (state === "playing") playing.current?.stop(); else void start(); }}
    >
      {t(state === "playing" ? "listen.stop" : "listen.start")}
    </Button>
  );
}
