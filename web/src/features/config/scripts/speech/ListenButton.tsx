import { ActionIcon, Tooltip } from "@mantine/core";
import { useState } from "react";
import { ApiProblem } from "../../../../api/problem";
import { speak, type SpeechTry } from "../../../../api/tries";
import { useSound } from "../../../../ui/useSound";
import { IconPlayerStop, IconVolume } from "../icons";
import { useWording } from "../words";

/** Has the server speak a text, or a prompt, as callers will hear it. */
export function ListenButton({ what, disabled = false }: { what: SpeechTry; disabled?: boolean }) {
  const { t } = useWording();
  const [fault, setFault] = useState<Error | null>(null);
  const { state, toggle } = useSound((signal) => speak(what, signal), setFault);
  const problem = fault && (fault instanceof ApiProblem ? fault.message : t("form.cannotPlay"));
  const label = problem ?? (state === "playing" ? t("form.stop") : t("form.listen"));
  return (
    <Tooltip label={label} {...(problem === null ? {} : { opened: true })}>
      <ActionIcon
        variant="subtle" size={30} loading={state === "loading"} disabled={disabled} aria-label={label} {...(problem === null ? {} : { color: "red" })}
        onClick={toggle}
      >
        {state === "playing" ? <IconPlayerStop size={17} /> : <IconVolume size={17} />}
      </ActionIcon>
    </Tooltip>
  );
}
