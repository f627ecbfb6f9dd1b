import { useSearchParams } from "react-router";
import type { ReportAsked } from "../../api/reports";
import { dateText, intervals, periods, span, usualInterval, type Interval, type Period } from "./periods";

const one = <T extends string>(words: readonly T[], word: string | null): T | undefined => words.find(known => known === word);

/** What the page's address asks for, so that a report can be sent to somebody as a link. */
export function useReportQuery() {
  const [query, setQuery] = useSearchParams();
  const now = new Date();
  const period: Period = one(periods, query.get("period")) ?? "week";
  const interval: Interval = one(intervals, query.get("interval")) ?? usualInterval(period);
  const chosen = { first: query.get("first") ?? dateText(now), last: query.get("last") ?? dateText(now) };
  const filters = Object.fromEntries((["queue", "agent", "channel"] as const).flatMap(name => {
    const value = query.get(name);
    return value ? [[name, value]] : [];
  })) as Pick<ReportAsked, "queue" | "agent" | "channel">;
  const set = (changes: Record<string, string | undefined>) => {
    setQuery(before => {
      const next = new URLSearchParams(before);
      Object.entries(changes).forEach(([name, value]) => { if (value) next.set(name, value); else next.delete(name); });
      return next;
    }, { replace: true });
  };
  return { period, interval, chosen, filters, span: span(period, now, chosen), set, search: query.toString() };
}

export type ReportQuery = ReturnType<typeof useReportQuery>;
