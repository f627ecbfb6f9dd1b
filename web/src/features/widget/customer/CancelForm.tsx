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

/** Not at all, after all. */
export function CancelForm({ t, api, onDone, onBack }: Props) {
  const { busy, wrong, run } = useDeed(t);
  return (
    <DeedForm
      title={t.cancel.ask} wrong={wrong} busy={busy} back={t.cancel.no} onBack={onBack} submit={t.cancel.yes} grave
      onSubmit={() => void run(api.cancel, onDone)}
    >
      <p>{t.cancel.about}</p>
    </DeedForm>
  );
}
