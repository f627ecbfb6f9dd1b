import { Text, Timeline } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CallbackDetail } from "../../../api/callbacks";
import { momentInFull } from "../../../ui/words";
import { useDetail } from "../../interactions/useDetail";

/** What happened, when, and by whom. */
export function History({ journal }: { journal: CallbackDetail["journal"] }) {
  const { t, i18n } = useTranslation(["callbacks", "interactions"]);
  const detail = useDetail();
  const known = ["callbacks:history", "interactions:events"];
  const word = (event: string) => {
    const key = known.map(list => `${list}.${event}`).find(text => i18n.exists(text));
    return key ? t(key) : event;
  };
  return (
    <Timeline bulletSize={12} lineWidth={2} active={journal.length}>
      {journal.map((entry, index) => (
        <Timeline.Item key={index} title={<Text size="sm" fw={600}>{word(entry.event)}</Text>}>
          <Text size="xs" c="dimmed">{[momentInFull(entry.at), entry.who, detail(entry.detail)].filter(Boolean).join(" · ")}</Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
