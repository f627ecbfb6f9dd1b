import { Alert, Button, Group, Modal, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  opened: boolean;
  title: string;
  /** What it will do. */
  children: ReactNode;
  /** The deed in a word: "Delete". */
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
  busy?: boolean;
  danger?: boolean;
  /** False until what is asked for has been given. */
  ready?: boolean;
  error?: Error | null;
}

/** Asks before something that is not easily undone. */
export function ConfirmDialog({ opened, title, children, confirm, onConfirm, onClose, busy = false, danger = false, ready = true, error }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={<Text fw={620}>{title}</Text>} closeButtonProps={{ "aria-label": t("close") }}>
      <form onSubmit={event => { event.preventDefault(); onConfirm(); }}>
        {children}
        {error && <Alert color="red" mt="md" role="alert">{error.message}</Alert>}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" color={danger ? "red.9" : "evergreen"} loading={busy} disabled={!ready}>{confirm}</Button>
        </Group>
      </form>
    </Modal>
  );
}
