import { Text, Timeline as Line } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { TimelineEntry } from "../../api/interactions";
import { currentLanguage } from "../../i18n";
import { momentInFull } from "../../ui/words";
import { useTimelineWords } from "./useTimelineWords";

const clock = (at: string) => new Date(at).toLocaleTimeString(currentLanguage(), { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const dayOf = (at: string) => new Date(at).toLocaleDateString(currentLanguage(), { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** What happened, in order of time; what happened to another of the family says to which. */
export function Timeline({ entries, shown }: { entries: TimelineEntry[]; shown: string }) {
  const { t } = useTranslation("interactions");
  const words = useTimelineWords();
  return (
    <Line bulletSize={14} lineWidth={2} active={entries.length - 1} role="list" aria-label={t("timeline")}>
      {entries.map((entry, index) => {
        const { title, detail } = words(entry);
        const day = dayOf(entry.at);
        const before = entries[index - 1];
        return (
          <Line.Item key={`${entry.at} ${entry.kind} ${String(index)}`} role="listitem" title={title}>
            <Text size="sm" c="dimmed">
              <time dateTime={entry.at} title={momentInFull(entry.at)} className="figures">{clock(entry.at)}</time>
              {(!before || dayOf(before.at) !== day) && ` · ${day}`}
              {entry.interaction !== shown && <> · <Link to={`/interactions/${entry.interaction}`}>{entry.interaction}</Link></>}
            </Text>
            {detail && <Text size="sm">{detail}</Text>}
          </Line.Item>
        );
      })}
    </Line>
  );
}
