import { useEffect, useMemo, useState } from "react";
import { preferredLanguage } from "../shared/language";
import type { Language, OwnRequest } from "../shared/types";
import { requestApi } from "./api";
import { CancelForm } from "./CancelForm";
import { MoveForm } from "./MoveForm";
import { NumberForm } from "./NumberForm";
import { RequestState } from "./RequestState";
import { texts } from "./texts";
import { useOwnRequest } from "./useOwnRequest";

type Deed = "move" | "number" | "cancel";

/** One's own callback request: what becomes of it, and what can be changed. */
export function CustomerPage({ signed }: { signed: string }) {
  const [chosen, setChosen] = useState<Language | null>(null);
  const [deed, setDeed] = useState<Deed | null>(null);
  const [done, setDone] = useState("");
  const api = useMemo(() => requestApi(signed), [signed]);
  const { request, setRequest, trouble } = useOwnRequest(api);
  const language = chosen ?? request?.language ?? preferredLanguage();
  const t = texts[language];

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = request ? `${t.title} – ${request.tenant}` : t.title;
  }, [language, request, t]);

  const taken = (message: string) => (after: OwnRequest) => {
    setRequest(after);
    setDeed(null);
    setDone(message);
  };
  const open = (next: Deed) => () => { setDone(""); setDeed(next); };
  const back = () => { setDeed(null); };

  return (
    <main>
      <header>
        <p className="tenant">{request?.tenant ?? "Rappel"}</p>
        <button type="button" className="quiet" lang={language === "en" ? "fr" : "en"} onClick={() => { setChosen(language === "en" ? "fr" : "en"); }}>{t.other}</button>
      </header>
      <h1>{t.title}</h1>
      {trouble && <p role="alert" className="bad">{t.bad[trouble] ?? t.failed}</p>}
      {!request && !trouble && <p>{t.loading}</p>}
      {request && <RequestState request={request} language={language} t={t} />}
      <p role="status" className={done ? "good" : "hidden"}>{done}</p>
      {request?.mayChange && deed === null && (
        <div className="deeds">
          <button type="button" onClick={open("move")}>{t.move.open}</button>
          <button type="button" onClick={open("number")}>{t.change.open}</button>
          <button type="button" className="grave" onClick={open("cancel")}>{t.cancel.open}</button>
        </div>
      )}
      {request?.mayChange && deed === "move" && <MoveForm request={request} language={language} t={t} api={api} onDone={taken(t.move.done)} onBack={back} />}
      {request?.mayChange && deed === "number" && <NumberForm t={t} api={api} onDone={taken(t.change.done)} onBack={back} />}
      {request?.mayChange && deed === "cancel" && <CancelForm t={t} api={api} onDone={taken("")} onBack={back} />}
    </main>
  );
}
