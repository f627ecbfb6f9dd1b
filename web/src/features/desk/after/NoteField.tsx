import { Textarea } from "@mantine/core";
import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

const LONGEST_NOTE = 2_000;
/** Milliseconds in which the next card takes the place of the one before. */
const AT_ONCE = 500;

let left: { at: number; caret: number } | null = null;

/**
 * What the agent writes about the call. A call that ends in the middle of a sentence makes way for its wrap-up: whoever was writing writes on
 * there.
 */
export function NoteField({ note, onWrite }: { note: string; onWrite: (note: string) => void }) {
  const { t } = useTranslation("desk");
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = field.current;
    if (area && left && performance.now() - left.at < AT_ONCE) {
      area.focus({ preventScroll: true });
      area.setSelectionRange(left.caret, left.caret);
    }
    left = null;
    return () => { if (area && document.activeElement === area) left = { at: performance.now(), caret: area.selectionEnd }; };
  }, []);
  return (
    <Textarea
      ref={field} mt="md" label={t("wrapUp.note")} description={t("wrapUp.noteKept")} value={note} onChange={event => { onWrite(event.currentTarget.value); }}
      autosize minRows={2} maxRows={8} maxLength={LONGEST_NOTE}
    />
  );
}
