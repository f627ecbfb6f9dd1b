import { Alert, Button, Group, Text } from "@mantine/core";
import { useEffect, useMemo, useState, type Dispatch, type KeyboardEvent } from "react";
import { ApiProblem } from "../../../../api/problem";
import { useEditor } from "../editor/EditorContext";
import type { TrialMarks } from "../editor/EditorFrame";
import { IconChevronDown, IconHeadset } from "../icons";
import { find } from "../model/lookup";
import { targetOf } from "../model/pointers";
import { exitWords, useWording } from "../words";
import { outcomesOf } from "./answer";
import { Keypad } from "./Keypad";
import type { Session, SessionAction } from "./session";
import { Transcript } from "./Transcript";
import { TrialControls } from "./TrialControls";
import { TrialSettings } from "./TrialSettings";
import { usePlayer } from "./usePlayer";
import { useTrialAnswer, type PlayedTrial } from "./useTrialAnswer";
import { Variables } from "./Variables";
import classes from "./trial.module.css";

interface Props {
  readonly session: Session;
  readonly dispatch: Dispatch<SessionAction>;
  readonly onMarks: (marks: TrialMarks | null) => void;
}

/** A call through the script as it is in the page, without a phone: keys, what is said, and what becomes of it. */
export default function TrialPane({ session, dispatch, onMarks }: Props) {
  const wording = useWording();
  const { t } = wording;
  const { script, scriptKey, select } = useEditor();
  const [running, setRunning] = useState(false);
  const [settings, setSettings] = useState(false);
  const query = useTrialAnswer(scriptKey, script, session);
  const played = query.data;
  const answer = played?.answer;
  const at = usePlayer(played, running && !query.isError, (until) => { dispatch({ kind: "forward", until }); });

  const marks = useMemo<TrialMarks | null>(() => {
    if (!played) {
      return null;
    }
    const idOf = (pointer: string): string[] => { const { id } = targetOf(played.script, pointer); return id === null ? [] : [id]; };
    const path = played.answer.path.filter((step) => step.script === undefined);
    const here = played.answer.waiting?.script === undefined ? (played.answer.waiting?.object ?? path.at(-1)?.object) : undefined;
    return { path: new Set(path.flatMap((step) => idOf(step.object))), present: here === undefined ? null : (idOf(here)[0] ?? null) };
  }, [played]);
  useEffect(() => { onMarks(marks); }, [marks, onMarks]);
  useEffect(() => () => { onMarks(null); }, [onMarks]);

  const press = (key: string): void => { dispatch({ kind: "press", key, at }); };
  const over = answer?.state === "ended" || answer?.state === "connected";
  const onKeyDown = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && /^[0-9*#]$/.test(event.key) && !over) {
      event.preventDefault();
      press(event.key);
    }
  };
  const outcomes = answer ? outcomesOf(answer) : [];
  return (
    // Keys of the computer are keys of the phone wherever in the panel the focus is.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes.pane} onKeyDown={onKeyDown}>
      <TrialControls answer={answer} at={at} running={running} busy={query.isFetching} canBack={session.inputs.length > 0 || session.until > 0} dispatch={dispatch} onRunning={setRunning} />
      {query.error && <Refusal error={query.error} />}
      <Transcript events={answer?.events ?? []} onGo={(event) => {
        const target = played && event.script === undefined ? targetOf(played.script, event.object).id : null;
        if (target !== null) { select(target); }
      }} />
      {outcomes.length > 0 && (
        <div>
          <Text size="sm" fw={560} mb={4}>{t("trial.howEnded")}</Text>
          <Group gap={6}>
            {outcomes.map((exit) => (
              <Button key={exit} size="compact-sm" variant="default" onClick={() => { dispatch({ kind: "exit", exit, at }); }}>
                {exit === "answered" ? t("trial.answered") : exitWords(answer?.waiting?.kind ?? "", exit, wording)}
              </Button>
            ))}
          </Group>
        </div>
      )}
      <Group align="start" gap="md" wrap="nowrap">
        <Keypad asked={played ? askedKeys(played) : []} disabled={over} onPress={press} />
        <div className={classes.beside}>
          <Button fullWidth variant="light" size="sm" px={8} h="auto" mih={36} styles={{ label: { whiteSpace: "normal", overflow: "visible" } }} leftSection={<IconHeadset size={17} />} disabled={over} onClick={() => { dispatch({ kind: "agentFree", at }); }}>{t("trial.agentFree")}</Button>
          <Variables variables={answer?.variables ?? {}} />
        </div>
      </Group>
      <Button variant="subtle" size="compact-sm" w="fit-content" aria-expanded={settings} rightSection={<IconChevronDown size={15} />} onClick={() => { setSettings(!settings); }}>{t("trial.settings")}</Button>
      {settings && <TrialSettings session={session} at={at} dispatch={dispatch} />}
    </div>
  );
}

/** The keys that lead somewhere now: those the question has exits for. A number is typed with any. */
function askedKeys({ answer, script }: PlayedTrial): readonly string[] {
  if (!answer.waiting || answer.waiting.script !== undefined || !["waiting-for-key", "speaking"].includes(answer.state)) {
    return [];
  }
  const { id } = targetOf(script, answer.waiting.object);
  return (id === null ? undefined : find(script, id))?.branches?.map((branch) => branch.name) ?? [];
}

function Refusal({ error }: { error: Error }) {
  const { t } = useWording();
  const faults = error instanceof ApiProblem ? error.faults : [];
  return (
    <Alert color="red" p="xs" role="alert" title={t("trial.cannot")}>
      {faults.length === 0 ? error.message : <ul className={classes.faults}>{faults.slice(0, 5).map((fault, at) => <li key={at}>{fault.message}</li>)}</ul>}
    </Alert>
  );
}
