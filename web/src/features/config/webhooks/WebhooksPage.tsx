import { useTranslation } from "react-i18next";
import type { Value } from "../../../api/types";
import { IconWebhook } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { Tag } from "../../../ui/Tag";
import { SectionList } from "../shared/SectionList";

/** Where events are sent as they happen. */
export default function WebhooksPage() {
  const { t } = useTranslation("config");
  return (
    <>
      <PageHeader title={t("pages.webhooks.title")} about={t("pages.webhooks.about")} />
      <SectionList<Value>
        section="webhooks" icon={IconWebhook}
        columns={[
          { id: "url", title: t("column.url"), cell: ({ value }) => <span style={{ overflowWrap: "anywhere" }}>{String(value.url ?? "")}</span> },
          { id: "events", title: t("column.events"), figure: true, cell: ({ value }) => (Array.isArray(value.events) ? value.events.length : 0) },
          { id: "enabled", title: t("column.enabled"), cell: ({ value }) => value.enabled === false ? <Tag tone="warn">{t("column.disabled")}</Tag> : <Tag tone="good">{t("column.enabled")}</Tag> },
        ]}
      />
    </>
  );
}
