import { Button, Kbd, Modal, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../../phone/PhoneContext";
import classes from "../desk.module.css";
import { useDesk } from "../DeskContext";
import { tellDesk, useDeskEvent } from "./deskEvents";
import { actionOf, shortcuts } from "./shortcuts";

/** Listens to the keys, and shows on `?` which there are. */
export function DeskShortcuts() {
  const { t } = useTranslation(["desk", "common"]);
  const { deeds, work } = useDesk();
  const { phone } = usePhone();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      tellDesk(action);
    };
    window.addEventListener("keydown", press);
    return () => { window.removeEventListener("keydown", press); };
  }, []);
  useDeskEvent("help", () => { setOpen(true); });
  useDeskEvent("accept", () => { void phone?.answer(); });
  useDeskEvent("reject", () => { if (work.offer?.mayReject) deeds.reject(); });
  useDeskEvent("available", () => { deeds.setStatus("available"); });
  useDeskEvent("on-break", () => { deeds.setStatus("on-break"); });
  return (
    <>
      <Button variant="subtle" size="xs" mt="lg" ml={-14} onClick={() => { setOpen(true); }}>{t("shortcuts.open")} <Kbd ml={8}>?</Kbd></Button>
      <Modal opened={open} onClose={() => { setOpen(false); }} title={<Text fw={620}>{t("shortcuts.title")}</Text>} closeButtonProps={{ "aria-label": t("common:close") }}>
        <dl className={classes.shortcuts}>
          {shortcuts.map(([key, action]) => <div key={key}><dt><Kbd>{key.toUpperCase()}</Kbd></dt><dd>{t(`shortcuts.${action}`)}</dd></div>)}
        </dl>
        <Text size="sm" c="dimmed" mt="md">{t("shortcuts.notTyping")}</Text>
      </Modal>
    </>
  );
}
