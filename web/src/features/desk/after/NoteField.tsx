import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";

const LONGEST_NOTE = 2_000;

/** What the agent writes about the call. */
export function NoteField({ note, onWrite }: { note: string; onWrite: (note: string) => void }) {
  const { t } = useTranslation("desk");
  return (
    <Textarea
      mt="md" label={t("wrapUp.note")} description={t("wrapUp.noteKept")} value={note} onChange={event => { onWrite(event.currentTarget.value); }}
      autosize minRows={2} maxRows={8} maxLength={LONGEST_NOTE}
    />
  );
}
