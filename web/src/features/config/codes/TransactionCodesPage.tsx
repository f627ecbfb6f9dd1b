import { SectionForm } from "../shared/SectionForm";

const initial = { codes: [] };

/** One list of what calls are about. */
export default function TransactionCodesPage() {
  return <SectionForm section="transactionCodes" initial={initial} groups={[{ name: "general", fields: ["name"] }, { name: "codes", fields: ["codes"] }]} />;
}
