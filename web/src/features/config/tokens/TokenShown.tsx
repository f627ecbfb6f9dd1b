import { Button, Code, CopyButton, Group, Modal, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { IconCheck, IconCopy } from "../../../ui/icons";

/** A new token, this once: the server keeps only its hash. It is not closed by accident. */
export function TokenShown({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation("people");
  return (
    <Modal opened onClose={onClose} withCloseButton={false} closeOnClickOutside={false} closeOnEscape={false} title={<Text fw={620}>{t("tokens.shown")}</Text>} size="lg">
      <Text mb="md">{t("tokens.shownWhat")}</Text>
      <Code block aria-label={t("tokens.token")} style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>{token}</Code>
      <Group justify="flex-end" mt="lg">
        <CopyButton value={token}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy}>{copied ? t("common:copied") : t("common:copy")}</Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t("tokens.kept")}</Button>
      </Group>
    </Modal>
  );
}
