import { ActionIcon, Group, Text, TextInput } from "@mantine/core";
import type { Ref } from "react";
import { IconArrowDown, IconArrowUp, IconSearch } from "../icons";
import { useWording } from "../words";
import type { Finding } from "./useFinding";

/** Looks for text, kinds, labels and keys in the script. */
export function FindBox({ finding, box, onLeave }: { finding: Finding; box: Ref<HTMLInputElement>; onLeave: () => void }) {
  const { t } = useWording();
  const { query, ids, at } = finding;
  return (
    <Group gap={4} wrap="nowrap" flex="1 1 220px" maw={380}>
      <TextInput
        ref={box} flex={1} size="sm" aria-label={t("find.label")} placeholder={t("find.label")} leftSection={<IconSearch size={16} />} value={query} rightSectionWidth={64}
        rightSection={query === "" ? null : <Text size="xs" c="dimmed" aria-live="polite">{ids.length === 0 ? t("find.none") : t("find.at", { at: at + 1, count: ids.length })}</Text>}
        onChange={(event) => { finding.setQuery(event.currentTarget.value); }}
        onKeyDown={(event) => {
          if (event.key === "Enter") { event.preventDefault(); finding.go(event.shiftKey ? -1 : 1); }
          if (event.key === "Escape") { finding.setQuery(""); onLeave(); }
        }}
      />
      {query !== "" && (
        <>
          <ActionIcon variant="subtle" aria-label={t("find.previous")} disabled={ids.length === 0} onClick={() => { finding.go(-1); }}><IconArrowUp size={16} /></ActionIcon>
          <ActionIcon variant="subtle" aria-label={t("find.next")} disabled={ids.length === 0} onClick={() => { finding.go(1); }}><IconArrowDown size={16} /></ActionIcon>
        </>
      )}
    </Group>
  );
}
