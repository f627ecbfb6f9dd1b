import { Button, Code, Modal, SimpleGrid, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../../api/people";
import type { Json } from "../../../api/types";
import { momentInFull } from "../../../ui/words";

const shown = (value: Json) => (value === null ? "" : JSON.stringify(value, null, 2));

/** What a change was made from and what it came to. */
export function AuditChange({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation("people");
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" size="xs" onClick={open} aria-label={t("audit.showChange", { subject: entry.subject, at: momentInFull(entry.at) })}>{t("audit.show")}</Button>
      <Modal opened={opened} onClose={close} size="xl" title={<Text fw={620}>{entry.subject}</Text>} closeButtonProps={{ "aria-label": t("common:close") }}>
        <Text size="sm" c="dimmed" mb="md">{momentInFull(entry.at)} · {entry.who}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <div><Text size="sm" fw={600} mb={4}>{t("audit.before")}</Text><Code block>{shown(entry.before) || t("audit.nothing")}</Code></div>
          <div><Text size="sm" fw={600} mb={4}>{t("audit.after")}</Text><Code block>{shown(entry.after) || t("audit.nothing")}</Code></div>
        </SimpleGrid>
      </Modal>
    </>
  );
}
