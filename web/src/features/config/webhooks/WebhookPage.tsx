import { SectionForm } from "../shared/SectionForm";
import { EventsField } from "./EventsField";
import { TestEvent } from "./TestEvent";

const overrides = { events: EventsField };
const initial = { events: [] };

/** One place that is told what happens. */
export default function WebhookPage() {
  return (
    <SectionForm
      section="webhooks" initial={initial} overrides={overrides}
      groups={[{ name: "general", fields: ["name", "url", "secret", "enabled"] }, { name: "events", fields: ["events"] }]}
    >
      {({ value, readOnly }) => !readOnly && <TestEvent value={value} />}
    </SectionForm>
  );
}
