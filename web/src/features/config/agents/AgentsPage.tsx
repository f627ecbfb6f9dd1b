import { useTranslation } from "react-i18next";
import type { Value } from "../../../api/types";
import { IconHeadset } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { SectionList } from "../shared/SectionList";

/** People who take calls. */
export default function AgentsPage() {
  const { t } = useTranslation("config");
  return (
    <>
      <PageHeader title={t("pages.agents.title")} about={t("pages.agents.about")} />
      <SectionList<Value>
        section="agents" icon={IconHeadset}
        columns={[
          { id: "language", title: t("column.language"), cell: ({ value }) => (typeof value.language === "string" ? t(`languages.${value.language}`, { defaultValue: value.language }) : "") },
          { id: "offer", title: t("column.offerTimeout"), figure: true, cell: ({ value }) => String(value.offerTimeout ?? "20 s") },
          { id: "direct", title: t("column.directNumber"), cell: ({ value }) => <span className="figures">{String(value.directNumber ?? "")}</span> },
        ]}
      />
    </>
  );
}
