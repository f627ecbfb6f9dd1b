import { ActionIcon, Tooltip } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { ApiProblem } from "../../../../api/problem";
import { IconPlayerStop, IconVolume } from "../icons";
import { useWording } from "../words";
import { fetchSpeech, type Spoken } from "./fetchSpeech";

/** Has the server speak a text, or a prompt, as callers will hear it. */
export function ListenButton({ what, disabled = false }: { what: Spoken; disabled?: boolean }) {
  const { t } = useWording();
  const [state, setState] = useState<"still" | "fetching" | "playing">("still");
  const [problem, setProblem] = useState<string | null>(null);
  const player = useRef<HTMLAudioElement | null>(null);
  useEffect(() => () => { player.current?.pause(); }, []);

  const stop = (): void => { player.current?.pause(); setState("still"); };
  const play = async (): Promise<void> => {
    setProblem(null);
    setState("fetching");
    try {
      const address = URL.createObjectURL(await fetchSpeech(what));
      const audio = new Audio(address);
      player.current = audio;
      audio.onended = () => { URL.revokeObjectURL(address); setState("still"); };
      await audio.play();
      setState("playing");
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.message : t("form.cannotPlay"));
      setState("still");
    }
  };
  const label = problem ?? (state === "playing" ? t("form.stop") : t("form.listen"));
  return (
    <Tooltip label={label} {...(problem === null ? {} : { opened: true })}>
      <ActionIcon
        variant="subtle" size={30} loading={state === "fetching"} disabled={disabled} aria-label={label} {...(problem === null ? {} : { color: "red" })}
        onClick={() => { if (state === "playing") { stop(); } else { void play(); } }}
      >
        {state === "playing" ? <IconPlayerStop size={17} /> : <IconVolume size={17} />}
      </ActionIcon>
    </Tooltip>
  );
}
