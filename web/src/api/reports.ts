import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { address, fetchAnswer, read } from "./client";
import type { components } from "./generated/schema";

type Bodies = components["schemas"];
export type ReportColumn = Bodies["ReportColumnBody"];
export type ScriptPaths = Bodies["ScriptPathsBody"];
export type ScriptNode = Bodies["ScriptNodeBody"];
export type ScriptExit = Bodies["ScriptExitBody"];

/** A text, a moment, a number, or nothing to tell. */
export type Cell = string | number | null;

/** A report as the server computes it: cells in the order of the columns. */
export interface Report extends Omit<Bodies["ReportBody"], "rows" | "totals"> {
  rows: Cell[][];
  totals: Cell[];
}

export const reportKinds = ["queues", "callbacks", "agents", "channels", "scripts"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What a report is asked for; dates are whole days on the contact centre's clocks, `to` not included. */
export type ReportAsked = Partial<Record<"from" | "to" | "interval" | "queue" | "agent" | "channel", string>>;

const REPORTS = "reports";

export const useReport = (kind: ReportKind, asked: ReportAsked) =>
  useQuery({
    queryKey: [REPORTS, kind, asked],
    queryFn: ({ signal }) => read<Report>(address(`/reports/${kind}`, asked), { signal }),
    placeholderData: before => (before?.report === kind ? before : undefined),
    staleTime: 30_000,
  });

export const useScriptPaths = (script: string, asked: ReportAsked) =>
  useQuery({
    queryKey: [REPORTS, "script", script, asked],
    queryFn: ({ signal }) => read<ScriptPaths>(address(`/reports/scripts/${encodeURIComponent(script)}`, asked), { signal }),
    placeholderData: keepPreviousData,
  });

/** Saves an answer of the server as a file. @throws ApiProblem, Unreachable */
export async function saveCsv(path: string, name: string) {
  const answer = await fetchAnswer(path, { accept: "text/csv" });
  const place = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = place;
  link.download = name;
  link.click();
  URL.revokeObjectURL(place);
}
