import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskCall } from "../../../api/work";
import * as icons from "../../../ui/icons";
import { Keypad } from "../../phone/Keypad";
import { usePhone } from "../../phone/PhoneContext";
import classes from "../desk.module.css";
import { useDesk } from "../DeskContext";
import { useDeskEvent } from "../shortcuts/deskEvents";
import { TargetDialog } from "./TargetDialog";

/** What can be done with a call: what the server says, and what the phone in this browser can besides. */
export function CallControls({ call }: { call: DeskCall }) {
  const { t } = useTranslation("desk");
  const { deeds } = useDesk();
  const { phone, call: line } = usePhone();
  const [open, setOpen] = useState<"keys" | "transfer" | "consult" | null>(null);
  const may = (deed: string) => call.may.includes(deed);
  const toggle = (what: typeof open) => { setOpen(open === what ? null : what); };
  const talks = line?.state === "talking";
  const held = call.state === "held";
  const paused = call.recording === "paused";
  const mute = () => { if (talks) phone?.setMuted(!line.muted); };
  // Where the server has no command for it, the phone of this page still has its own.
  const hangUp = may("hang-up") ? deeds.hangUp : line ? () => { phone?.hangUp(); } : null;
  const hold = () => { if (held) deeds.resume(); else deeds.hold(); };
  useDeskEvent("mute", mute);
  useDeskEvent("hold", () => { if (may("hold") || may("resume")) hold(); });
  useDeskEvent("keys", () => { if (may("keys")) toggle("keys"); });
  useDeskEvent("transfer", () => { if (may("transfer")) setOpen("transfer"); });
  useDeskEvent("consult", () => { if (may("consult")) setOpen("consult"); });
  useDeskEvent("hang-up", () => { hangUp?.(); });
  return (
    <>
      <div className={classes.controls} role="group" aria-label={t("controls.title")}>
        {talks && (
          <Button variant={line.muted ? "filled" : "default"} color="orange.9" aria-pressed={line.muted} leftSection={line.muted ? <icons.IconMicrophoneOff size={20} /> : <icons.IconMicrophone size={20} />} onClick={mute}>
            {t(line.muted ? "controls.unmute" : "controls.mute")}
          </Button>
        )}
        {(may("hold") || may("resume")) && (
          <Button variant={held ? "filled" : "default"} color="orange.9" aria-pressed={held} leftSection={held ? <icons.IconPlayerPlay size={20} /> : <icons.IconPlayerPause size={20} />} onClick={hold}>
            {t(held ? "controls.resume" : "controls.hold")}
          </Button>
        )}
        {may("keys") && <Button variant="default" aria-expanded={open === "keys"} leftSection={<icons.IconDialpad size={20} />} onClick={() => { toggle("keys"); }}>{t("controls.keys")}</Button>}
        {may("transfer") && <Button variant="default" leftSection={<icons.IconArrowRight size={20} />} onClick={() => { setOpen("transfer"); }}>{t("controls.transfer")}</Button>}
        {may("consult") && <Button variant="default" leftSection={<icons.IconUsers size={20} />} onClick={() => { setOpen("consult"); }}>{t("controls.consult")}</Button>}
        {call.recording && <Button variant="default" aria-pressed={paused} onClick={() => { deeds.pauseRecording(!paused); }}>{t(paused ? "controls.record" : "controls.pause")}</Button>}
        {hangUp && <Button color="red.9" leftSection={<icons.IconPhoneOff size={20} />} onClick={hangUp}>{t("controls.hangUp")}</Button>}
      </div>
      {open === "keys" && <div className={classes.keys}><Keypad onPress={deeds.press} /></div>}
      {(open === "transfer" || open === "consult") && <TargetDialog deed={open} onClose={() => { setOpen(null); }} />}
    </>
  );
}
