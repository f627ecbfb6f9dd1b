import { Button, Stack } from "@mantine/core";
import { IconPlus } from "../../../ui/icons";
import { useTranslation } from "react-i18next";
import { HoursRow } from "./HoursRow";
import { dayMinutes, overlap, readHours, writeHours, type HoursEntry } from "./hours";

interface Props {
  entries: readonly HoursEntry[];
  /** Whose hours they are: a day, a date. */
  label: string;
  /** The server's words about one of them. */
  problemAt?: (index: number) => string | undefined;
  onChange: (entries: HoursEntry[]) => void;
}

const firstHours: HoursEntry = { hours: "09:00-17:00" };
const restMinutes = 60;

/** Hours after the last ones, an hour's rest between. */
function nextHours(entries: readonly HoursEntry[]): HoursEntry {
  const last = entries.map(readHours).reduce((latest, one) => Math.max(latest, one?.to ?? 0), 0);
  if (last === 0) return firstHours;
  const from = Math.min(last + restMinutes, dayMinutes - restMinutes);
  return writeHours({ from, to: Math.min(from + 4 * restMinutes, dayMinutes), treatment: 0 });
}

/** All hours of one day, one below the other. */
export function HoursRows({ entries, label, problemAt, onChange }: Props) {
  const { t } = useTranslation("schedules");
  const stretches = entries.map(readHours);
  const overlaps = (index: number) => {
    const own = stretches[index];
    return own && stretches.some((other, at) => at < index && other && overlap(own, other));
  };
  return (
    <Stack gap="xs">
      {entries.map((entry, index) => (
        <HoursRow
          // Rows have no name but their place.
          key={index} entry={entry} label={`${label}, ${String(index + 1)}`} problem={problemAt?.(index) ?? (overlaps(index) ? t("overlap") : undefined)}
          onChange={(changed) => { onChange(entries.map((one, at) => (at === index ? changed : one))); }}
          onRemove={() => { onChange(entries.filter((_, at) => at !== index)); }}
        />
      ))}
      <Button
        variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} style={{ alignSelf: "flex-start" }}
        aria-label={`${label}: ${t("dayMenu.add")}`} onClick={() => { onChange([...entries, nextHours(entries)]); }}
      >
        {t("dayMenu.add")}
      </Button>
    </Stack>
  );
}
