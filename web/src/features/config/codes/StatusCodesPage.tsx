import { SectionForm } from "../shared/SectionForm";

const initial = { codes: [] };

/** One list of reasons for being away. */
export default function StatusCodesPage() {
  return <SectionForm section="statusCodes" initial={initial} groups={[{ name: "general", fields: ["name"] }, { name: "codes", fields: ["codes"] }]} />;
}
