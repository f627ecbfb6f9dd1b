import { useTranslation } from "react-i18next";
import type { Report, ReportKind } from "../../api/reports";
import { cellText } from "./cells";
import { told } from "./measures";
import classes from "./ReportTiles.module.css";

/** The totals that matter most. */
export function ReportTiles({ kind, report }: { kind: ReportKind; report: Report }) {
  const { t } = useTranslation("reports");
  return (
    <dl className={classes.tiles} aria-label={t("totals")}>
      {told[kind].map(name => {
        const index = report.columns.findIndex(column => column.name === name);
        const column = report.columns[index];
        return column && (
          <div key={name} className={classes.tile}>
            <dt>{column.label}</dt>
            <dd className="figures">{cellText(report.totals[index] ?? null, column.unit, "none", report.zone) || "–"}</dd>
          </div>
        );
      })}
    </dl>
  );
}
