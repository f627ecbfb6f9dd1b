import { useTranslation } from "react-i18next";
import type { Value } from "../../../api/types";
import { useChoiceWord } from "../../../ui/fields/useFieldWords";
import { IconBell } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { SectionList } from "../shared/SectionList";

const threshold = ({ above, below }: Value) => (typeof above === "number" ? `> ${String(above)}` : typeof below === "number" ? `< ${String(below)}` : "");

/** When somebody should look. */
export default function AlertsPage() {
  const { t } = useTranslation("config");
  const word = useChoiceWord("alerts.measure");
  return (
    <>
      <PageHeader title={t("pages.alerts.title")} about={t("pages.alerts.about")} />
      <SectionList<Value>
        section="alerts" icon={IconBell}
        columns={[
          { id: "measure", title: t("column.measure"), cell: ({ value }) => word(String(value.measure ?? "")) },
          { id: "queue", title: t("column.queue"), cell: ({ value }) => (typeof value.queue === "string" ? value.queue : "") },
          { id: "threshold", title: t("column.threshold"), figure: true, cell: ({ value }) => threshold(value) },
        ]}
      />
    </>
  );
}
