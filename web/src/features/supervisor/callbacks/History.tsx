import { Text, Timeline } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CallbackDetail } from "../../../api/callbacks";
import { momentInFull } from "../../../ui/words";

/** What happened, when, and by whom. */
export function History({ journal }: { journal: CallbackDetail["journal"] }) {
  const { t, i18n } = useTranslation("callbacks");
  const word = (event: string) => (i18n.exists(`history.${event}`, { ns: "callbacks" }) ? t(`history.${event}`) : event);
  return (
    <Timeline bulletSize={12} lineWidth={2} active={journal.length}>
      {journal.map((entry, index) => (
        <Timeline.Item key={index} title={<Text size="sm" fw={600}>{word(entry.event)}</Text>}>
          <Text size="xs" c="dimmed">{[momentInFull(entry.at), entry.who, entry.detail].filter(Boolean).join(" · ")}</Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
