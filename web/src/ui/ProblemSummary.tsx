import { Alert, Anchor, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../api/problem";
import { pointerSteps } from "../app/places";
import { fieldId } from "./fields/FormContext";
import { IconAlertTriangle } from "./icons";

interface Props {
  problems: Fault[];
  /** What they are called together; a count by default. */
  title?: string;
  /** True after a refused save: the reader is taken here. */
  takeFocus?: boolean;
  /** Where a problem's place is shown by other means than a field's element (the script editor). True where it was found. */
  onGo?: (problem: Fault) => boolean;
}

/** Moves the focus to the control at a pointer, or to the nearest one above it that there is. */
export function focusPlace(pointer: string) {
  for (let steps = pointerSteps(pointer), at = pointer; steps.length > 0; steps = steps.slice(0, -1), at = at.slice(0, at.lastIndexOf("/"))) {
    const element = document.getElementById(fieldId(at));
    if (element) {
      element.scrollIntoView({ block: "center" });
      element.focus({ preventScroll: true });
      return true;
    }
  }
  return false;
}

/** Everything that is wrong, each a step away from its field. */
export function ProblemSummary({ problems, title, takeFocus = false, onGo }: Props) {
  const { t } = useTranslation("editor");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (takeFocus) box.current?.focus(); }, [takeFocus, problems]);
  if (problems.length === 0) return null;
  return (
    <Alert
      ref={box} tabIndex={-1} color="red" icon={<IconAlertTriangle />} title={title ?? t("problems.count", { count: problems.length })} role="group"
      aria-label={title ?? t("problems.count", { count: problems.length })}
    >
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {problems.map((problem, index) => (
          <li key={`${problem.pointer} ${String(index)}`}>
            <Anchor component="button" type="button" ta="left" c="inherit" underline="always" onClick={() => { if (!onGo?.(problem)) focusPlace(problem.pointer); }}>
              {problem.message}
            </Anchor>
            {problem.allowed && <Text span size="sm"> {t("problems.allowed", { allowed: problem.allowed })}</Text>}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
