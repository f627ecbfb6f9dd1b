import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useServerNow } from "../../../api/useServerNow";
import type { AgentCallback } from "../../../api/work";
import { lengthInWords, momentInWords, windowInWords } from "../../../ui/words";
import classes from "../desk.module.css";
import { Facts } from "./Facts";
import { Typed } from "./Typed";

/**
 * What an agent should know before speaking to somebody who asked to be called back.
 * @param until When the wait was over; null while it goes on; undefined where it is of no interest any more.
 */
export function CallbackFacts({ callback, until }: { callback: AgentCallback; until: string | null | undefined }) {
  const { t } = useTranslation("desk");
  const { t: board } = useTranslation("board");
  const now = useServerNow();
  const { inboundQueue, inboundQueueName, askedAt, waitingSince, toldWaitSeconds, attempt, attempts, window, earlier, notes, variables } = callback;
  return (
    <>
      <Facts
        facts={[
          [t("facts.attempt"), <strong key="n">{t("facts.attemptOf", { n: attempt, m: attempts })}</strong>],
          [t("facts.inboundQueue"), inboundQueueName ?? inboundQueue],
          [t("facts.askedAt"), momentInWords(askedAt)],
          [t("facts.waited"), until !== undefined && lengthInWords(Math.max(0, (until ? Date.parse(until) : now) - Date.parse(waitingSince)), board)],
          [t("facts.told"), toldWaitSeconds !== null && toldWaitSeconds !== undefined && lengthInWords(toldWaitSeconds * 1000, board)],
          [t("facts.window"), window && windowInWords(window, new Date(now))],
          [t("facts.earlier"), earlier.length > 0 && earlier.map(({ outcome, begunAt }) => `${outcome ? board(`outcomes.${outcome}`) : "?"} (${momentInWords(begunAt)})`).join(", ")],
        ]}
      />
      <Typed variables={variables} />
      {notes.length > 0 && (
        <ul className={classes.notes} aria-label={t("facts.notes")}>
          {notes.map(({ at, who, text }) => <li key={at + text}><Text span size="sm">{text}</Text> <Text span size="xs" c="dimmed">{who}, {momentInWords(at)}</Text></li>)}
        </ul>
      )}
    </>
  );
}
