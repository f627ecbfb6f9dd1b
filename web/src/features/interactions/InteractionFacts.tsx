import { useTranslation } from "react-i18next";
import type { Interaction } from "../../api/interactions";
import { momentInWords, phoneInWords } from "../../ui/words";
import { clockText } from "../reports/cells";
import { useNameOf } from "../reports/useNames";
import classes from "./InteractionFacts.module.css";
import { useOutcome } from "./useOutcome";

const between = (from: string | null, to: string | null) => (from && to ? clockText((Date.parse(to) - Date.parse(from)) / 1000) : null);

/** What there is to know of it, as pairs. */
export function InteractionFacts({ interaction: i }: { interaction: Interaction }) {
  const { t } = useTranslation("interactions");
  const outcome = useOutcome();
  const name = useNameOf();
  const facts: [string, string | null][] = [
    ["outcome", i.endedAt ? outcome(i.outcome) : t("goesOn")], ["queue", name("queue", i.queue)], ["agent", name("agent", i.agent)], ["channel", name("channel", i.channel)], [i.kind === "callback" || i.kind === "direct" ? "shown" : "dialled", phoneInWords(i.dialled)],
    ["language", t(`languages.${i.language}`, { defaultValue: i.language })], ["waited", between(i.queuedAt, i.answeredAt ?? i.endedAt)],
    ["told", i.expectedWaitToldSeconds === null ? null : clockText(i.expectedWaitToldSeconds)], ["talked", between(i.answeredAt, i.endedAt)],
    ["ended", i.endedAt && momentInWords(i.endedAt)], ["id", i.id],
  ];
  return (
    <dl className={classes.facts}>
      {facts.filter(([, value]) => value).map(([what, value]) => <div key={what}><dt>{t(what)}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
