import { ActionIcon, Button, Tooltip } from "@mantine/core";
import type { Ref } from "react";
import * as icons from "../icons";
import { canRedo, canUndo } from "../model/history";
import { useWording } from "../words";
import { AddCallbackButton } from "../callback/AddCallbackButton";
import type { FrameProps } from "./EditorFrame";
import { FindBox } from "./FindBox";
import type { Finding } from "./useFinding";
import classes from "./editor.module.css";

interface Props extends Omit<FrameProps, "preview"> {
  readonly finding: Finding;
  readonly findBox: Ref<HTMLInputElement>;
  readonly onLeaveFind: () => void;
  readonly onCollapse: (all: boolean) => void;
}

/** What is done to the script as a whole. */
export function EditorBar({ handle, saving, finding, findBox, onLeaveFind, onCollapse }: Props) {
  const { t } = useWording();
  const { history } = handle.state;
  const button = (name: string, Icon: typeof icons.IconX, run: () => void, disabled = false) => (
    <Tooltip label={t(`bar.${name}`)}>
      <ActionIcon variant="default" size={36} aria-label={t(`bar.${name}`)} disabled={disabled} onClick={run}><Icon size={18} /></ActionIcon>
    </Tooltip>
  );
  return (
    <div className={classes.bar}>
      {button("undo", icons.IconArrowBackUp, handle.undo, !canUndo(history))}
      {button("redo", icons.IconArrowForwardUp, handle.redo, !canRedo(history))}
      {button("collapse", icons.IconFold, () => { onCollapse(true); })}
      {button("expand", icons.IconMenu2, () => { onCollapse(false); })}
      <FindBox finding={finding} box={findBox} onLeave={onLeaveFind} />
      <div className={classes.end}>
        <AddCallbackButton />
        <Button onClick={saving.save} loading={saving.saving} disabled={!saving.dirty}>{t(saving.dirty ? "bar.save" : "bar.saved")}</Button>
      </div>
    </div>
  );
}
