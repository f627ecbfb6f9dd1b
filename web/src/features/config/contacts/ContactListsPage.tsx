import { useTranslation } from "react-i18next";
import { IconAddressBook } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { SectionList } from "../shared/SectionList";
import type { ContactListValue } from "./ContactsField";

/** People whom scripts know by their number. */
export default function ContactListsPage() {
  const { t } = useTranslation("contacts");
  return (
    <>
      <PageHeader title={t("title")} about={t("about")} />
      <SectionList<ContactListValue>
        section="contactLists" icon={IconAddressBook}
        columns={[{ id: "contacts", title: t("contacts"), figure: true, cell: ({ value }) => value.contacts?.length ?? 0 }]}
      />
    </>
  );
}
