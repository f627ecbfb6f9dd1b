import { useTranslation } from "react-i18next";
import { IconCalendarTime } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { SectionList } from "../shared/SectionList";
import { shortDay } from "./dayNames";
import type { ScheduleValue } from "./schedule";
import { days } from "./week";
import { todayIn } from "./zonedInstant";

/** Opening hours and calling hours. */
export default function SchedulesPage() {
  const { t, i18n } = useTranslation("schedules");
  const ahead = ({ exceptions, timeZone }: ScheduleValue) => {
    const today = todayIn(timeZone, new Date());
    return Object.keys(exceptions ?? {}).filter((date) => date >= today).length;
  };
  return (
    <>
      <PageHeader title={t("title")} about={t("about")} />
      <SectionList<ScheduleValue>
        section="schedules" icon={IconCalendarTime}
        columns={[
          { id: "zone", title: t("column.timeZone"), cell: ({ value }) => value.timeZone ?? "" },
          { id: "days", title: t("column.hours"), cell: ({ value }) => days.filter((day) => value.weekly?.[day]).map((day) => shortDay(day, i18n.language)).join(" ") },
          { id: "exceptions", title: t("column.exceptions"), cell: ({ value }) => (ahead(value) > 0 ? t("column.exceptionsAhead", { count: ahead(value) }) : "") },
        ]}
      />
    </>
  );
}
