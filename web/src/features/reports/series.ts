import type { Report, ReportKind } from "../../api/reports";
import { intervalText } from "./cells";
import { drawn } from "./measures";
import type { Interval } from "./periods";

/** Bars that can still be told apart. */
const MOST = 62;

export type Bar = Record<string, string | number>;

/** Bars by interval, or by queue (agent, channel) where the whole time is one; undefined where there would be too many. */
export function series(kind: ReportKind, report: Report, interval: Interval) {
  const at = (name: string) => report.columns.findIndex(column => column.name === name);
  const by = interval === "none" ? at("name") : at("interval");
  const parts = drawn[kind].map(part => ({ ...part, index: at(part.name) })).filter(({ index }) => index >= 0 && report.totals[index] !== 0);
  const bars = new Map<string, Bar>();
  for (const row of report.rows) {
    const name = String(row[by] ?? "");
    const bar = bars.get(name) ?? { name: interval === "none" ? name : intervalText(name, interval, report.zone) };
    for (const { name: part, index } of parts) {
      bar[part] = Number(bar[part] ?? 0) + Number(row[index] ?? 0);
    }
    bars.set(name, bar);
  }
  if (bars.size > MOST || parts.length === 0) return undefined;
  return {
    bars: [...bars.values()],
    parts: parts.map(({ name, colour, index }) => ({ name, color: colour, label: report.columns[index]?.label ?? name })),
    inSeconds: report.columns[parts[0]?.index ?? 0]?.unit === "seconds",
  };
}
