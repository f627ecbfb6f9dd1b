import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../ConfirmDialog";
import { useUnsavedGuard } from "./useUnsavedGuard";

/** Put it on any page that holds changes: asks before they are left behind. */
export function UnsavedDialog({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation("editor");
  const blocker = useUnsavedGuard(dirty);
  return (
    <ConfirmDialog
      opened={blocker.state === "blocked"} title={t("unsaved.title")} confirm={t("unsaved.leave")} danger
      onConfirm={() => { blocker.proceed?.(); }} onClose={() => { blocker.reset?.(); }}
    >
      <Text>{t("unsaved.what")}</Text>
    </ConfirmDialog>
  );
}
