import { ActionIcon, Group, Select, Text, TextInput } from "@mantine/core";
import { IconTrash } from "../../../ui/icons";
import { useTranslation } from "react-i18next";
import { dayMinutes, readHours, readTime, treatments, writeHours, writeTime, type HoursEntry, type Stretch, type Treatment } from "./hours";

interface Props {
  entry: HoursEntry;
  /** Tells the row apart for those who do not see it: `Monday, 2`. */
  label: string;
  problem: string | undefined;
  onChange: (entry: HoursEntry) => void;
  onRemove: () => void;
}

/** One stretch of hours to write in. What cannot be taken for hours is shown as it was written. */
export function HoursRow({ entry, label, problem, onChange, onRemove }: Props) {
  const { t } = useTranslation("schedules");
  const stretch = readHours(entry);
  const set = (changed: Stretch) => { onChange(writeHours(changed)); };
  const setEnd = (end: "from" | "to", text: string) => {
    const minute = readTime(text);
    if (minute === null || !stretch) return;
    const from = end === "from" ? minute : stretch.from;
    const clock = end === "to" ? minute : stretch.to % dayMinutes;
    // Hours that end when they begin are the whole day, or nothing at all.
    if (clock === from && from !== 0) return;
    set({ ...stretch, from, to: clock <= from ? clock + dayMinutes : clock });
  };
  const nameOf = (treatment: Treatment) => (treatment === 0 ? t("open") : t("treatment", { number: treatment }));
  return (
    <div>
      <Group gap="xs" wrap="nowrap" align="center">
        {stretch ? (
          <>
            <TextInput type="time" w={105} value={writeTime(stretch.from)} aria-label={`${label}: ${t("stretch.from")}`} onChange={(event) => { setEnd("from", event.currentTarget.value); }} />
            <Text c="dimmed" aria-hidden>–</Text>
            <TextInput type="time" w={105} value={writeTime(stretch.to % dayMinutes)} aria-label={`${label}: ${t("stretch.to")}`} onChange={(event) => { setEnd("to", event.currentTarget.value); }} />
            <Select
              flex={1} miw={90} maw={160} aria-label={`${label}: ${t("stretch.kind")}`} allowDeselect={false} value={String(stretch.treatment)}
              data={treatments.map((one) => ({ value: String(one), label: nameOf(one) }))}
              onChange={(value) => { set({ ...stretch, treatment: treatments.find((one) => String(one) === value) ?? 0 }); }}
            />
          </>
        ) : (
          <TextInput
            flex={1} value={entry.hours} aria-label={label} error={t("unread")}
            onChange={(event) => { onChange({ ...entry, hours: event.currentTarget.value }); }}
          />
        )}
        <ActionIcon variant="subtle" color="red" onClick={onRemove} aria-label={`${label}: ${t("stretch.remove")}`}><IconTrash size={16} /></ActionIcon>
      </Group>
      {stretch && stretch.to > dayMinutes && <Text size="xs" c="dimmed">{t("stretch.nextDay")}</Text>}
      {problem && <Text size="xs" c="var(--rappel-bad)">{problem}</Text>}
    </div>
  );
}
