import { useTranslation } from "react-i18next";
import type { TimelineEntry } from "../../api/interactions";
import { phoneInWords } from "../../ui/words";
import { clockText } from "../reports/cells";
import { useNameOf } from "../reports/useNames";
import { useDetail } from "./useDetail";
import { useOutcome } from "./useOutcome";

/** An entry as a line, and what else there is to say of it. */
export function useTimelineWords() {
  const { t, i18n } = useTranslation("interactions");
  const outcome = useOutcome();
  const name = useNameOf();
  const detail = useDetail();
  return (entry: TimelineEntry) => {
    const key = `events.${entry.kind}`;
    const title = i18n.exists(key, { ns: "interactions" })
      ? t(key, {
        queue: name("queue", entry.queue) ?? "", agent: name("agent", entry.agent) ?? "", number: phoneInWords(entry.number) || t("withheld"), attempt: entry.attempt ?? "",
        outcome: offerOutcome(entry, outcome, word => t(`offers.${word}`, { defaultValue: word })),
      })
      : entry.kind;
    const details = [
      entry.seconds !== null && entry.seconds >= 1 ? t(`lengths.${entry.kind}`, { length: clockText(entry.seconds), defaultValue: clockText(entry.seconds) }) : "",
      detail(entry.text), entry.who ? t("by", { who: entry.who }) : "",
    ];
    return { title, detail: details.filter(part => part !== "").join(" · ") };
  };
}

/** Offers end otherwise than calls do: "rejected" by an agent is nothing a caller did. */
const offerOutcome = (entry: TimelineEntry, ofCall: (word: string | null) => string, ofOffer: (word: string) => string) =>
  entry.kind === "offer-ended" && entry.outcome ? ofOffer(entry.outcome) : ofCall(entry.outcome);
