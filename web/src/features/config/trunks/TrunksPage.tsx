import { useTranslation } from "react-i18next";
import type { Value } from "../../../api/types";
import { IconPlugConnected } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { SectionList } from "../shared/SectionList";

/** Where calls come from and go to. */
export default function TrunksPage() {
  const { t } = useTranslation("config");
  return (
    <>
      <PageHeader title={t("pages.trunks.title")} about={t("pages.trunks.about")} />
      <SectionList<Value>
        section="trunks" icon={IconPlugConnected}
        columns={[
          { id: "address", title: t("column.address"), cell: ({ value }) => <span className="figures">{String(value.address ?? "")}</span> },
          { id: "transport", title: t("column.transport"), cell: ({ value }) => String(value.transport ?? "udp").toUpperCase() },
          { id: "calls", title: t("column.maximumCalls"), figure: true, cell: ({ value }) => String(value.maximumCalls ?? 100) },
          { id: "order", title: t("column.order"), figure: true, cell: ({ value }) => String(value.order ?? 0) },
        ]}
      />
    </>
  );
}
