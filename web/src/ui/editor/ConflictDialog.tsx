import { Button, Code, Group, Modal, SimpleGrid, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Value } from "../../api/types";

interface Props<T extends Value> {
  /** What somebody else saved meanwhile; null where nobody did. */
  theirs: T | null;
  mine: T;
  saving: boolean;
  /** Saves mine over theirs. */
  onOverwrite: () => void;
  /** Gives mine up. */
  onTakeTheirs: () => void;
  /** Back to the form, with nothing decided. */
  onClose: () => void;
}

const shown = (value: unknown) => (value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value, null, 2));

/** Two people changed one object: shows what differs, side by side, and lets the second decide. */
export function ConflictDialog<T extends Value>({ theirs, mine, saving, onOverwrite, onTakeTheirs, onClose }: Props<T>) {
  const { t } = useTranslation("editor");
  const names = [...new Set([...Object.keys(theirs ?? {}), ...Object.keys(mine)])].filter(name => shown(theirs?.[name]) !== shown(mine[name]));
  return (
    <Modal opened={theirs !== null} onClose={onClose} size="xl" title={<Text fw={620}>{t("conflict.title")}</Text>} closeButtonProps={{ "aria-label": t("conflict.close") }}>
      <Text mb="md">{t("conflict.what")}</Text>
      {names.map(name => (
        <section key={name} aria-label={name}>
          <Title order={3} size="sm" ff="monospace" mb={4}>{name}</Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mb="md">
            <div><Text size="xs" c="dimmed">{t("conflict.theirs")}</Text><Code block>{shown(theirs?.[name]) || t("conflict.unset")}</Code></div>
            <div><Text size="xs" c="dimmed">{t("conflict.mine")}</Text><Code block>{shown(mine[name]) || t("conflict.unset")}</Code></div>
          </SimpleGrid>
        </section>
      ))}
      {names.length === 0 && <Text mb="md">{t("conflict.same")}</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onTakeTheirs}>{t("conflict.takeTheirs")}</Button>
        <Button loading={saving} onClick={onOverwrite}>{t("conflict.overwrite")}</Button>
      </Group>
    </Modal>
  );
}
