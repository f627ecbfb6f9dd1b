import { useEffect, useRef } from "react";
import { exitWords, useWording } from "../words";
import type { TrialEvent } from "./answer";
import { clock } from "./TrialControls";
import classes from "./trial.module.css";

interface Props {
  readonly events: readonly TrialEvent[];
  /** Shows where in the tree it happened. */
  readonly onGo: (event: TrialEvent) => void;
}

const told = ["say", "key", "music", "language", "forward", "callback", "change", "ask", "agent", "problem", "hang-up", "exit"];

/** What was said, pressed and done, in order, as in a conversation. */
export function Transcript({ events, onGo }: Props) {
  const { t } = useWording();
  const frame = useRef<HTMLDivElement>(null);
  const shown = events.filter((event) => told.includes(event.kind) && (event.kind !== "exit" || !/^[0-9*#]$/.test(event.exit ?? "")));
  useEffect(() => { frame.current?.scrollTo({ top: frame.current.scrollHeight }); }, [shown.length]);
  return (
    // A log is read out as it grows; it scrolls, so that it takes the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.transcript} ref={frame} role="log" aria-label={t("trial.transcript")} tabIndex={0}>
      {shown.length === 0 && <p className={classes.note}>{t("trial.nothingYet")}</p>}
      <ol>
        {shown.map((event, at) => (
          <li key={at} className={classes[lookOf(event)]}>
            <span className={classes.time}>{clock(event.at)}</span>
            <Line event={event} onGo={onGo} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function lookOf({ kind }: TrialEvent): "said" | "pressed" | "note" | "wrong" {
  return kind === "say" ? "said" : kind === "key" ? "pressed" : kind === "problem" ? "wrong" : "note";
}

function Line({ event, onGo }: { event: TrialEvent; onGo: (event: TrialEvent) => void }) {
  const words = useWords(event);
  return (
    <>
      <button type="button" className={classes.line} lang={event.language} onClick={() => { onGo(event); }}>{words}</button>
      {event.kind === "say" && event.audio && <SaidAudio address={event.audio} />}
    </>
  );
}

function SaidAudio({ address }: { address: string }) {
  const { t } = useWording();
  return <button type="button" className={classes.listen} aria-label={t("form.listen")} title={t("form.listen")} onClick={() => { void new Audio(address).play().catch(() => undefined); }}>▶</button>;
}

function useWords(event: TrialEvent): string {
  const wording = useWording();
  const { t } = wording;
  switch (event.kind) {
    case "say": return event.text ?? t("trial.events.prompt", { prompt: event.prompt ?? "" });
    case "key": return t(event.heard === false ? "trial.events.unheard" : "trial.events.key", { key: event.key ?? "" });
    case "exit": return t("trial.events.exit", { exit: exitWords("", event.exit ?? "", wording) });
    case "language": return t("trial.events.language", { language: t(`languages.${event.language ?? ""}`, { defaultValue: event.language ?? "" }) });
    case "forward": return t("trial.events.forward", { to: event.to?.number ?? event.to?.key ?? "" });
    case "callback": return t("trial.events.callback", { number: event.callback?.number ?? "", queue: event.callback?.queue ?? "" });
    case "change": return t("trial.events.change", { change: t(`choices.action.${event.change ?? ""}`, { defaultValue: event.change ?? "" }) });
    case "agent": return t(event.connected === true ? "trial.events.connected" : "trial.events.passedOver");
    case "problem": return event.text ?? "";
    default: return t(`trial.events.${event.kind}`, { defaultValue: event.kind });
  }
}
