import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { intervals, periods } from "./periods";
import type { ReportQuery } from "./useReportQuery";

interface Props {
  query: ReportQuery;
  /** Without it the whole time is one. */
  byInterval?: boolean;
}

/** Which days, and how finely they are told apart. */
export function PeriodPicker({ query, byInterval = false }: Props) {
  const { t } = useTranslation("reports");
  const day = (name: "first" | "last") => (
    <TextInput
      type="date" label={t(name)} value={query.chosen[name]} max={name === "first" ? query.chosen.last : undefined} min={name === "last" ? query.chosen.first : undefined}
      onChange={event => { query.set({ [name]: event.currentTarget.value }); }}
    />
  );
  return (
    <>
      <NativeSelect
        label={t("period")} value={query.period} data={periods.map(value => ({ value, label: t(`periods.${value}`) }))}
        onChange={event => { query.set({ period: event.currentTarget.value, interval: undefined }); }}
      />
      {query.period === "days" && <>{day("first")}{day("last")}</>}
      {byInterval && (
        <NativeSelect
          label={t("interval")} value={query.interval} data={intervals.map(value => ({ value, label: t(`intervals.${value}`) }))}
          onChange={event => { query.set({ interval: event.currentTarget.value }); }}
        />
      )}
    </>
  );
}
