import { useTranslation } from "react-i18next";
import type { Value } from "../../../api/types";
import { IconPhoneIncoming } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { Tag } from "../../../ui/Tag";
import { SectionList } from "../shared/SectionList";

/** The numbers that callers dial. */
export default function ChannelsPage() {
  const { t } = useTranslation("config");
  return (
    <>
      <PageHeader title={t("pages.channels.title")} about={t("pages.channels.about")} />
      <SectionList<Value>
        section="channels" icon={IconPhoneIncoming}
        columns={[
          { id: "number", title: t("column.number"), cell: ({ value }) => <span className="figures">{String(value.number ?? "")}</span> },
          { id: "script", title: t("column.script"), cell: ({ value }) => String(value.script ?? "") },
          { id: "enabled", title: t("column.enabled"), cell: ({ value }) => value.enabled === false ? <Tag tone="warn">{t("column.disabled")}</Tag> : <Tag tone="good">{t("column.enabled")}</Tag> },
        ]}
      />
    </>
  );
}
