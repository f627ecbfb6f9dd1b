import { SectionForm } from "../shared/SectionForm";

const initial = { measure: "waiting" };

/** One alert. */
export default function AlertPage() {
  return (
    <SectionForm
      section="alerts" initial={initial}
      groups={[{ name: "general", fields: ["name", "measure", "queue"] }, { name: "threshold", fields: ["above", "below", "for", "webhook"] }]}
    />
  );
}
