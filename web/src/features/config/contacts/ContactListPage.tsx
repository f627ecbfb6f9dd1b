import { SectionForm } from "../shared/SectionForm";
import { ContactsField, type ContactListValue } from "./ContactsField";

const overrides = { contacts: ContactsField };
const initial: ContactListValue = { contacts: [] };

/** One list of contacts. */
export default function ContactListPage() {
  return (
    <SectionForm<ContactListValue>
      section="contactLists" initial={initial} overrides={overrides} groups={[{ name: "general", fields: ["name"] }, { name: "contacts", fields: ["contacts"] }]}
    />
  );
}
