import { useId, useState } from "react";
import { WindowChoice } from "./WindowChoice";
import type { Language, OwnRequest } from "../shared/types";
import type { OwnRequestApi } from "./api";
import { DeedForm } from "./DeedForm";
import type { Texts } from "./texts";
import { useDeed } from "./useDeed";

interface Props {
  request: OwnRequest;
  language: Language;
  t: Texts;
  api: OwnRequestApi;
  onDone: (after: OwnRequest) => void;
  onBack: () => void;
}

/** To another time. */
export function MoveForm({ request, language, t, api, onDone, onBack }: Props) {
  const [chosen, setChosen] = useState("");
  const { busy, wrong, run } = useDeed(t);
  const id = useId();
  const window = request.windows.find(({ from }) => from === chosen);
  const mayHurry = request.window !== null || request.status === "delayed";
  const save = () => void run(() => api.change(window ? { from: window.from, until: window.until } : { asSoonAsPossible: true }), onDone);
  return (
    <DeedForm title={t.move.title} wrong={wrong} onBack={onBack} back={t.back} busy={busy} onSubmit={save} submit={t.move.save} disabled={!window && chosen !== "soon"}>
      {request.windows.length === 0 && !mayHurry ? <p>{t.move.none}</p> : (
        <>
          <label htmlFor={id}>{t.move.label}</label>
          <WindowChoice
            id={id} windows={request.windows} language={language} zone={request.timeZone} value={chosen} onChange={setChosen}
            soon={mayHurry ? t.move.soon : null}
          />
        </>
      )}
    </DeedForm>
  );
}
