import { useId, useState } from "react";
import { readable } from "../shared/numbers";
import type { OwnRequest } from "../shared/types";
import type { OwnRequestApi } from "./api";
import { DeedForm } from "./DeedForm";
import type { Texts } from "./texts";
import { useDeed } from "./useDeed";

interface Props {
  t: Texts;
  api: OwnRequestApi;
  onDone: (after: OwnRequest) => void;
  onBack: () => void;
}

/** To another number: it is typed, read back as it would be dialled, and confirmed. */
export function NumberForm({ t, api, onDone, onBack }: Props) {
  const [typed, setTyped] = useState("");
  const [read, setRead] = useState<string | null>(null);
  const { busy, wrong, run } = useDeed(t);
  const id = useId();
  if (read !== null) {
    const change = () => void run(() => api.change({ number: read }), onDone);
    return (
      <DeedForm title={t.change.read} wrong={wrong} busy={busy} back={t.change.no} onBack={() => { setRead(null); }} submit={t.change.yes} onSubmit={change}>
        <p className="number">{readable(read)}</p>
      </DeedForm>
    );
  }

  const check = () => void run(() => api.check(typed), ({ number }) => { setRead(number); });
  return (
    <DeedForm title={t.change.title} wrong={wrong} busy={busy} back={t.back} onBack={onBack} submit={t.change.next} onSubmit={check} disabled={typed.trim() === ""}>
      <label htmlFor={id}>{t.change.label}</label>
      <input id={id} type="tel" inputMode="tel" autoComplete="tel" maxLength={32} value={typed} onChange={(event) => { setTyped(event.target.value); }} />
    </DeedForm>
  );
}
