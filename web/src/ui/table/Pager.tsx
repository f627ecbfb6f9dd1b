import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface Props {
  /** Rows on this page. */
  shown: number;
  /** Rows on the pages before. */
  before: number;
  /** Where the next page begins; null on the last. */
  next: string | null;
  /** The next page has been asked for and is not here yet. */
  waiting: boolean;
  /** Where the pages so far began. */
  trail: string[];
  onTrail: (trail: string[]) => void;
}

/** Goes from page to page of a list whose length nobody counts. */
export function Pager({ shown, before, next, waiting, trail, onTrail }: Props) {
  const { t } = useTranslation("callbacks");
  const { t: table } = useTranslation("editor");
  if (shown === 0 && trail.length === 0) return null;
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="dimmed" role="status" className="figures">{t(next ? "rangeOfMore" : "range", { first: before + 1, last: before + shown })}</Text>
      {(trail.length > 0 || next) && (
        <Group gap="xs">
          <Button variant="default" size="xs" disabled={trail.length === 0} onClick={() => { onTrail(trail.slice(0, -1)); }}>{table("table.previous")}</Button>
          <Button variant="default" size="xs" disabled={!next || waiting} onClick={() => { if (next) onTrail([...trail, next]); }}>{table("table.next")}</Button>
        </Group>
      )}
    </Group>
  );
}
