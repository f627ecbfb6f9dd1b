import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { InteractionsAsked } from "../../api/interactions";
import { useNames } from "../reports/useNames";
import type { ReportQuery } from "../reports/useReportQuery";
import { useOutcome } from "./useOutcome";

const kinds = ["inbound", "callback", "voicemail", "direct"] as const;
const outcomes = [
  "answered", "abandoned", "short-abandoned", "diverted: callback", "diverted: voicemail", "diverted: number", "diverted: agent", "completed",
  "exhausted", "expired", "cancelled", "served", "interrupted",
];

/** By whom, where, how it ended, and whose number. */
export function InteractionFilters({ query, filters }: { query: ReportQuery; filters: InteractionsAsked }) {
  const { t } = useTranslation("interactions");
  const { t: board } = useTranslation("board");
  const [search] = useSearchParams();
  const outcome = useOutcome();
  const names = useNames();
  const choice = (name: "queue" | "agent" | "channel" | "kind" | "outcome", choices: { value: string; label: string }[]) => (
    <NativeSelect
      label={t(name)} value={filters[name] ?? ""} data={[{ value: "", label: t(`any.${name}`) }, ...choices]}
      onChange={event => { query.set({ [name]: event.currentTarget.value }); }}
    />
  );
  const named = (list: { key: string; name: string }[]) => list.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <>
      <TextInput label={t("number")} inputMode="tel" value={search.get("number") ?? ""} onChange={event => { query.set({ number: event.currentTarget.value }); }} miw={120} />
      {choice("kind", kinds.map(kind => ({ value: kind, label: board(`interactionKinds.${kind}`) })))}
      {choice("outcome", [{ value: "open", label: t("goesOn") }, ...outcomes.map(word => ({ value: word, label: outcome(word) }))])}
      {choice("queue", named(names.queue))}
      {choice("agent", named(names.agent))}
    </>
  );
}
