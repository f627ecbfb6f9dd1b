import { useParams } from "react-router";
import { newKey } from "../../../app/places";
import { SectionForm } from "../shared/SectionForm";
import { Deliveries } from "./Deliveries";
import { EventsField } from "./EventsField";
import { TestEvent } from "./TestEvent";

const overrides = { events: EventsField };
const initial = { events: [] };

/** One place that is told what happens. */
export default function WebhookPage() {
  const { key } = useParams();
  return (
    <SectionForm
      section="webhooks" initial={initial} overrides={overrides}
      groups={[{ name: "general", fields: ["name", "url", "secret", "enabled"] }, { name: "events", fields: ["events"] }]}
    >
      {({ value, readOnly }) => (
        <>
          {!readOnly && <TestEvent value={value} />}
          {key && key !== newKey && <Deliveries webhook={key} mayRetry={!readOnly} />}
        </>
      )}
    </SectionForm>
  );
}
