import { useWording } from "../words";
import { MakeObject } from "./MakeObject";

const refusal = { en: "outside the North American plan", fr: "hors du plan nord-américain" };

/** A dial plan for numbers of North America, as most begin with; its page has the rest. */
export function MakeDialPlan({ onMade }: { onMade: (key: string) => void }) {
  const { t, language } = useWording();
  return (
    <MakeObject
      section="dialPlans" title={t("assistant.makePlan")} usualName={t("assistant.planName")} about={t("assistant.makePlanAbout")} onMade={onMade}
      value={(name) => ({
        name,
        rules: [
          { pattern: "(?:\\+?1)?([2-9]\\d\\d[2-9]\\d{6})", dial: "+1$1" },
          { pattern: ".*", refuse: language === "fr" ? refusal.fr : refusal.en },
        ],
      })}
    />
  );
}
