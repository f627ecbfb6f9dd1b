import { useDebouncedValue } from "@mantine/hooks";
import { useSearchParams } from "react-router";
import type { InteractionsAsked } from "../../api/interactions";
import type { ReportQuery } from "../reports/useReportQuery";

const PAUSE = 300;
const digits = (number: string) => number.replaceAll(/\D/g, "");

/** Everything but the time, from the page's address. A number is asked for when typing has paused. */
export function useInteractionFilters(query: ReportQuery): InteractionsAsked {
  const [search] = useSearchParams();
  const [number] = useDebouncedValue(digits(search.get("number") ?? ""), PAUSE);
  const rest = (["kind", "outcome"] as const).flatMap(name => { const value = search.get(name); return value ? [[name, value]] : []; });
  return { ...query.filters, ...(Object.fromEntries(rest) as InteractionsAsked), ...(number ? { number } : {}) };
}
