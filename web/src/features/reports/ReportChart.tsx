import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";
import { Paper } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Report, ReportKind } from "../../api/reports";
import { currentLanguage } from "../../i18n";
import { clockText } from "./cells";
import type { Interval } from "./periods";
import { series } from "./series";

/** The report as bars. The table beside it tells the same to who cannot see them. */
export function ReportChart({ kind, report, interval }: { kind: ReportKind; report: Report; interval: Interval }) {
  const { t } = useTranslation("reports");
  const found = series(kind, report, interval);
  if (!found) return null;
  return (
    <Paper p="md" role="img" aria-label={t("chart")}>
      <BarChart
        h={280} data={found.bars} dataKey="name" series={found.parts} type="stacked" withLegend legendProps={{ verticalAlign: "bottom" }}
        valueFormatter={value => (found.inSeconds ? clockText(value) : value.toLocaleString(currentLanguage()))} maxBarWidth={48} tickLine="none"
        yAxisProps={{ width: found.inSeconds ? 72 : 48, allowDecimals: false }}
      />
    </Paper>
  );
}
