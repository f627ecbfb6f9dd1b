import type { ReactNode } from "react";
import { IconAlertTriangle } from "../../../ui/icons";
import classes from "./board.module.css";

interface Props {
  /** What is wrong, in words; null where nothing is. */
  wrong: string | null;
  children: ReactNode;
}

/** A figure, and beside one that is not as it should be a sign: who sees no colour sees that, and who sees nothing is told. */
export function Mark({ wrong, children }: Props) {
  return wrong === null ? children : (
    <span className={classes.mark} title={wrong}>
      <IconAlertTriangle size="1em" aria-hidden /><span className="unseen">{wrong}: </span>{children}
    </span>
  );
}
