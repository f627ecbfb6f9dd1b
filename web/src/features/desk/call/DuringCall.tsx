import type { Work } from "../../../api/work";
import { CodeChoice } from "../after/CodeChoice";
import { NoteField } from "../after/NoteField";
import { OutcomeChoice } from "../after/OutcomeChoice";
import { useNote } from "../after/useNote";

/** What may be said of a call while it goes on: the wrap-up has it then. */
export function DuringCall({ said }: { said: NonNullable<Work["said"]> }) {
  const { note, setNote } = useNote(said.note);
  return (
    <>
      <NoteField note={note} onWrite={setNote} />
      <CodeChoice codes={said.codes} />
      {said.outcomes.length > 0 && <OutcomeChoice outcomes={said.outcomes} chosen={said.outcome} />}
    </>
  );
}
