import { useTranslation } from "react-i18next";
import { IconDialpad } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { SectionList } from "../shared/SectionList";
import type { DialPlanValue } from "./dialPlan";

/** What is dialled when somebody gives a number. */
export default function DialPlansPage() {
  const { t } = useTranslation("dialPlans");
  return (
    <>
      <PageHeader title={t("title")} about={t("about")} />
      <SectionList<DialPlanValue>
        section="dialPlans" icon={IconDialpad}
        columns={[{ id: "rules", title: t("column.rules"), figure: true, cell: ({ value }) => value.rules?.length ?? 0 }]}
      />
    </>
  );
}
