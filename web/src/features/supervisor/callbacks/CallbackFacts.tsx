import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Callback } from "../../../api/callbacks";
import { Elapsed } from "../../../ui/Elapsed";
import { lengthInWords, momentInFull, phoneInWords, windowInWords } from "../../../ui/words";
import { useOutcome } from "../../interactions/useOutcome";
import { detailsOf } from "../board/callbackState";
import classes from "./callbacks.module.css";
import type { Names } from "./columns";

interface Props {
  callback: Callback;
  names: Names;
  now: Date;
}

/** What is known of a request. */
export function CallbackFacts({ callback, names, now }: Props) {
  const { t } = useTranslation(["callbacks", "interactions"]);
  const { t: words } = useTranslation("board");
  const outcome = useOutcome();
  const inLine = callback.endedAt === null;
  const facts: [string, ReactNode][] = [
    ["state", detailsOf(callback, now, names.agents, words).join(" · ")],
    ["queue", names.queues.get(callback.queue) ?? callback.queue],
    ["inboundQueue", callback.inboundQueue && (names.queues.get(callback.inboundQueue) ?? callback.inboundQueue)],
    ["asked", momentInFull(callback.requestedAt)],
    ["waited", inLine && <Elapsed at={callback.place} />],
    ["told", callback.toldWaitSeconds !== null && lengthInWords(callback.toldWaitSeconds * 1000, words)],
    ["window", callback.window && windowInWords(callback.window, now)],
    ["attempts", `${String(callback.attemptsUsed)} / ${String(callback.attempts)}`],
    ["expires", inLine ? <Elapsed at={callback.expiresAt} until /> : ""],
    ["ended", callback.endedAt && momentInFull(callback.endedAt)],
    ["endReason", outcome(callback.endReason)],
    ["agent", callback.agent && (names.agents.get(callback.agent) ?? callback.agent)],
    ["assigned", callback.assignedAgent && (names.agents.get(callback.assignedAgent) ?? callback.assignedAgent)],
    ["origin", t(`origins.${callback.origin}`, { defaultValue: callback.origin })],
    ["language", t(`interactions:languages.${callback.language}`, { defaultValue: callback.language })],
    ["callerId", phoneInWords(callback.callerId)],
    ["id", callback.id],
    ["parent", callback.parent && <Anchor component={Link} to={`/interactions/${callback.parent}`}>{callback.parent}</Anchor>],
    ...Object.entries(callback.variables).map(([name, value]): [string, ReactNode] => [`variable:${name}`, value]),
  ];
  const shown = facts.filter(([, value]) => value !== null && value !== false && value !== "");
  return (
    <dl className={classes.facts}>
      {shown.map(([name, value]) => (
        <div key={name}><dt>{name.startsWith("variable:") ? name.slice("variable:".length) : t(`facts.${name}`)}</dt><dd className="figures">{value}</dd></div>
      ))}
    </dl>
  );
}
