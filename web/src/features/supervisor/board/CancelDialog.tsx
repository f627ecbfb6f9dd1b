import { Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCancelCallback, type LiveCallback } from "../../../api/live";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { tellDone } from "../../../ui/toast";
import { phoneInWords } from "../../../ui/words";

const LONGEST_REASON = 200;

/** Asks why before a customer's request is cancelled. */
export function CancelDialog({ callback, onClose }: { callback: LiveCallback; onClose: () => void }) {
  const { t } = useTranslation("board");
  const cancel = useCancelCallback();
  const [reason, setReason] = useState("");
  const number = phoneInWords(callback.number);
  const act = () => {
    cancel.mutate({ id: callback.id, reason }, { onSuccess: () => { tellDone(t("callbacks.cancelled", { number })); onClose(); } });
  };
  return (
    <ConfirmDialog
      opened title={t("callbacks.cancelTitle")} confirm={t("callbacks.confirmCancel")} onConfirm={act} onClose={onClose} danger
      busy={cancel.isPending} ready={reason.trim() !== ""} error={cancel.error}
    >
      <Text mb="md" className="figures">{[number, callback.name].filter(Boolean).join(" · ")}</Text>
      <TextInput
        label={t("callbacks.reason")} value={reason} onChange={event => { setReason(event.currentTarget.value); }} required maxLength={LONGEST_REASON}
        autoComplete="off" data-autofocus
      />
    </ConfirmDialog>
  );
}
