import { ActionIcon, Badge, Button, Group, Text, Tooltip } from "@mantine/core";
import type { Dispatch } from "react";
import * as icons from "../icons";
import { useWording } from "../words";
import type { TrialAnswer } from "./answer";
import type { SessionAction } from "./session";

interface Props {
  readonly answer: TrialAnswer | undefined;
  /** Second that the call is at. */
  readonly at: number;
  readonly running: boolean;
  readonly busy: boolean;
  readonly canBack: boolean;
  readonly dispatch: Dispatch<SessionAction>;
  readonly onRunning: (running: boolean) => void;
}

/** The clock of the call: run it with its sound, or move it by hand; back by one thing that happened; from the beginning. */
export function TrialControls({ answer, at, running, canBack, dispatch, onRunning }: Props) {
  const { t } = useWording();
  const over = answer?.state === "ended" || answer?.state === "connected";
  const deadline = answer?.deadline ?? null;
  const deed = (name: string, Icon: typeof icons.IconX, run: () => void, disabled: boolean) => (
    <Tooltip label={t(`trial.${name}`)}>
      <ActionIcon variant="default" size={34} aria-label={t(`trial.${name}`)} disabled={disabled} onClick={run}><Icon size={17} /></ActionIcon>
    </Tooltip>
  );
  const forward = (seconds: number) => (
    <Button variant="default" size="compact-md" disabled={over} onClick={() => { dispatch({ kind: "forward", until: at + seconds }); }}>{t(seconds < 60 ? "trial.fiveSeconds" : "trial.oneMinute")}</Button>
  );
  return (
    <div>
      <Group gap={6}>
        <Button
          size="compact-md" h={34} disabled={over || !answer} leftSection={running ? <icons.IconPlayerPause size={16} /> : <icons.IconPlayerPlay size={16} />}
          onClick={() => { if (running) { dispatch({ kind: "forward", until: at }); } onRunning(!running); }}
        >
          {t(running ? "trial.pause" : "trial.play")}
        </Button>
        {deed("next", icons.IconPlayerTrackNext, () => { if (deadline !== null) { dispatch({ kind: "forward", until: deadline }); } }, over || deadline === null)}
        {forward(5)}
        {forward(60)}
        {deed("back", icons.IconArrowBackUp, () => { dispatch({ kind: "back" }); }, !canBack)}
        {deed("restart", icons.IconRefresh, () => { dispatch({ kind: "restart" }); }, !canBack)}
      </Group>
      <Group gap="xs" mt={8}>
        <Text size="sm" className="figures" fw={600} aria-label={t("trial.clock")}>{clock(at)}</Text>
        {answer && <Badge variant="light" tt="none" size="lg" color={over ? "gray" : "evergreen"}>{t(`trial.states.${answer.state}`)}</Badge>}
      </Group>
    </div>
  );
}

/** `1:05` */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
