import { Button, Group, Switch, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cell, Report } from "../../api/reports";
import { cellText } from "./cells";
import type { Interval } from "./periods";
import classes from "./ReportTable.module.css";

/** Rows drawn at once: ten thousand would hold the page up. */
const PAGE = 100;

const isNothing = (cell: Cell | undefined) => cell === null || cell === undefined || cell === 0;

/** The figures, a line an interval and queue (agent, channel), with the totals at the end. Columns in which there is nothing can be shown too. */
export function ReportTable({ report, interval, label }: { report: Report; interval: Interval; label: string }) {
  const { t } = useTranslation("reports");
  const [all, setAll] = useState(false);
  const [page, setPage] = useState(0);
  const key = report.columns.findIndex(column => column.name === "name") - 1;
  const shown = report.columns.map((column, index) => ({ column, index })).filter(({ column, index }) =>
    index !== key && (all || column.unit === "text" || column.unit === "moment" || !isNothing(report.totals[index])));
  const first = Math.min(page * PAGE, Math.max(0, report.rows.length - 1));
  const rows = report.rows.slice(first, first + PAGE);
  const text = (cell: Cell | undefined, index: number) => cellText(cell ?? null, report.columns[index]?.unit ?? "text", interval, report.zone);
  const isFigure = (index: number) => !["text", "moment"].includes(report.columns[index]?.unit ?? "");
  return (
    <>
      {/* A region that scrolls must be reachable by the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.frame} role="region" aria-label={label} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>{shown.map(({ column, index }) => <th key={column.name} scope="col" data-figure={isFigure(index)}>{column.label}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map((row, line) => (
              <tr key={first + line}>
                {shown.map(({ column, index }, at) => at === 0
                  ? <th key={column.name} scope="row">{text(row[index], index)}</th>
                  : <td key={column.name} data-figure={isFigure(index)}>{text(row[index], index)}</td>)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              {shown.map(({ column, index }, at) => at === 0
                ? <th key={column.name} scope="row">{t("total")}</th>
                : <td key={column.name} data-figure={isFigure(index)}>{text(report.totals[index], index)}</td>)}
            </tr>
          </tfoot>
        </table>
      </div>
      <Group mt="sm" justify="space-between">
        <Switch label={t("allColumns")} checked={all} onChange={event => { setAll(event.currentTarget.checked); }} />
        {report.rows.length > PAGE && (
          <Group gap="xs">
            <Text size="sm" c="dimmed" className="figures">{t("rows", { from: first + 1, to: first + rows.length, count: report.rows.length })}</Text>
            <Button variant="default" size="xs" disabled={first === 0} onClick={() => { setPage(page - 1); }}>{t("before")}</Button>
            <Button variant="default" size="xs" disabled={first + PAGE >= report.rows.length} onClick={() => { setPage(page + 1); }}>{t("after")}</Button>
          </Group>
        )}
      </Group>
    </>
  );
}
