import { useTranslation } from "react-i18next";
import type { Value } from "../../../api/types";
import { IconAppWindow } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { Tag } from "../../../ui/Tag";
import { SectionList } from "../shared/SectionList";

/** Forms on web pages by which customers ask to be called. */
export default function WidgetsPage() {
  const { t } = useTranslation("config");
  return (
    <>
      <PageHeader title={t("pages.widgets.title")} about={t("pages.widgets.about")} />
      <SectionList<Value>
        section="widgets" icon={IconAppWindow}
        columns={[
          { id: "queue", title: t("column.callbacksTo"), cell: ({ value }) => String(value.outboundQueue ?? "") },
          { id: "origins", title: t("column.origins"), cell: ({ value }) => <span style={{ overflowWrap: "anywhere" }}>{Array.isArray(value.origins) ? value.origins.join(", ") : ""}</span> },
          { id: "enabled", title: t("column.enabled"), cell: ({ value }) => value.enabled === false ? <Tag tone="warn">{t("column.disabled")}</Tag> : <Tag tone="good">{t("column.enabled")}</Tag> },
        ]}
      />
    </>
  );
}
