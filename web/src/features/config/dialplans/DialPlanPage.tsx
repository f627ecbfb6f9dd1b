import { SectionForm } from "../shared/SectionForm";
import { DialPlanRules } from "./DialPlanRules";
import type { DialPlanValue } from "./dialPlan";

const overrides = { rules: null };
const initial: DialPlanValue = { rules: [] };

/** The rules of one plan, and a field to try them in. */
export default function DialPlanPage() {
  return (
    <SectionForm<DialPlanValue> section="dialPlans" initial={initial} overrides={overrides} groups={[{ name: "general", fields: ["name"] }]}>
      {(slots) => <DialPlanRules {...slots} />}
    </SectionForm>
  );
}
