import { Button, Group, Modal, Stepper } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useEditor } from "../editor/EditorContext";
import { addCallback, type CallbackPlan } from "../model/addCallback";
import { announcementsOf } from "../model/announcements";
import { usualAnnouncement, usualTexts } from "../model/callbackTexts";
import { useWording } from "../words";
import { NumberStep } from "./NumberStep";
import { PreviewStep } from "./PreviewStep";
import { termProblems } from "./termProblems";
import { TermsStep } from "./TermsStep";
import { WhereStep } from "./WhereStep";
import { WordsStep } from "./WordsStep";

const steps = ["where", "number", "terms", "words", "preview"] as const;

/** Adds callback to the script, step by step as the product's guide tells it, and shows what it puts in before it does. */
export default function CallbackAssistant({ onClose }: { onClose: () => void }) {
  const { t } = useWording();
  const { script, exitsOf, forms, edit } = useEditor();
  const narrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const places = useMemo(() => announcementsOf(script), [script]);
  const [at, setAt] = useState(0);
  const [plan, setPlan] = useState<CallbackPlan>(() => {
    const first = places[0];
    const key = first?.key ?? "1";
    return {
      question: first?.question ?? null, announcer: first?.announcer ?? null, key, announcement: usualAnnouncement(key), ownNumber: true, texts: usualTexts,
      terms: { callerId: "[current channel]", attempts: 3, retryDelay: "5 min", cancelAfter: "4 h" },
    };
  });
  const change = (changes: Partial<CallbackPlan>): void => { setPlan((now) => ({ ...now, ...changes })); };
  const step = steps[at] ?? "where";
  const wrong = termProblems(forms, plan.terms, t);
  const ready = step !== "terms" || wrong.length === 0;
  const made = useMemo(() => (step === "preview" ? addCallback(script, plan, exitsOf) : null), [step, script, plan, exitsOf]);

  const apply = (): void => {
    if (made) {
      edit(() => made.script, { select: made.callback });
      onClose();
    }
  };
  return (
    <Modal opened onClose={onClose} size={820} fullScreen={narrow} title={t("assistant.title")} closeButtonProps={{ "aria-label": t("palette.close") }}>
      <Stepper active={at} onStepClick={(next) => { if (next < at) { setAt(next); } }} size="sm" mb="lg" {...(narrow ? { orientation: "vertical" as const } : {})} iconSize={30}>
        {steps.map((one) => <Stepper.Step key={one} label={narrow && one !== step ? undefined : t(`assistant.steps.${one}`)} aria-label={t(`assistant.steps.${one}`)} />)}
      </Stepper>
      {step === "where" && <WhereStep plan={plan} places={places} onChange={change} />}
      {step === "number" && <NumberStep plan={plan} onChange={change} />}
      {step === "terms" && <TermsStep plan={plan} onChange={change} />}
      {step === "words" && <WordsStep plan={plan} onChange={change} />}
      {made && <PreviewStep made={made} />}
      <Group justify="space-between" mt="lg">
        <Button variant="subtle" disabled={at === 0} onClick={() => { setAt(at - 1); }}>{t("assistant.back")}</Button>
        {step === "preview"
          ? <Button onClick={apply}>{t("assistant.apply")}</Button>
          : <Button disabled={!ready} onClick={() => { setAt(at + 1); }}>{t("assistant.next")}</Button>}
      </Group>
    </Modal>
  );
}
