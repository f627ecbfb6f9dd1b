import { SectionForm } from "../shared/SectionForm";
import type { ScheduleValue } from "./schedule";
import { ScheduleHours } from "./ScheduleHours";

const overrides = { weekly: null, exceptions: null };

// Most people who make a schedule mean their own office's.
const initial = (): ScheduleValue => ({
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  weekly: Object.fromEntries(["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [day, [{ hours: "09:00-17:00" }]])),
});

/** The hours of one schedule. */
export default function SchedulePage() {
  return (
    <SectionForm<ScheduleValue> section="schedules" initial={initial()} overrides={overrides} groups={[{ name: "general", fields: ["name", "timeZone"] }]}>
      {(slots) => <ScheduleHours {...slots} />}
    </SectionForm>
  );
}
