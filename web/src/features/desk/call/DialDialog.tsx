import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../../phone/PhoneContext";
import { useDesk } from "../DeskContext";

/** Calls somebody: the agent's own phone is rung first, and in this browser answers by itself. */
export function DialDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["desk", "common"]);
  const { deeds, inBrowser } = useDesk();
  const { phone } = usePhone();
  const [number, setNumber] = useState("");
  const dial = () => {
    phone?.expectCall();
    deeds.dial(number.trim());
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={<Text fw={620}>{t("dial.title")}</Text>} closeButtonProps={{ "aria-label": t("common:close") }}>
      <form onSubmit={event => { event.preventDefault(); dial(); }}>
        <Stack>
          <TextInput data-autofocus label={t("dial.number")} description={inBrowser ? undefined : t("dial.deskPhone")} type="tel" value={number} onChange={event => { setNumber(event.currentTarget.value); }} autoComplete="off" />
          <Group justify="flex-end"><Button type="submit" disabled={number.trim() === ""}>{t("dial.call")}</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}
