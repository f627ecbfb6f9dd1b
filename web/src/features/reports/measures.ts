import type { ReportKind } from "../../api/reports";

/** What is drawn, by report: parts that stand on each other make up a bar. The colours are the theme's, named by their meaning. */
export const drawn: Record<ReportKind, { name: string; colour: string }[]> = {
  queues: [
    { name: "answered", colour: "var(--rappel-accent)" }, { name: "divertedCallback", colour: "#3b7dd8" }, { name: "divertedVoicemail", colour: "#8a63d2" },
    { name: "abandoned", colour: "#d0533f" }, { name: "shortAbandoned", colour: "#d9a441" },
  ],
  callbacks: [
    { name: "completed", colour: "var(--rappel-accent)" }, { name: "served", colour: "#3b7dd8" }, { name: "cancelled", colour: "#8a63d2" },
    { name: "exhausted", colour: "#d9a441" }, { name: "expired", colour: "#d0533f" },
  ],
  agents: [
    { name: "busy", colour: "var(--rappel-accent)" }, { name: "wrapUp", colour: "#3b7dd8" }, { name: "available", colour: "#5fae6b" },
    { name: "onBreak", colour: "#d9a441" },
  ],
  channels: [
    { name: "answered", colour: "var(--rappel-accent)" }, { name: "divertedCallback", colour: "#3b7dd8" }, { name: "divertedVoicemail", colour: "#8a63d2" },
    { name: "inScript", colour: "#7f8d88" }, { name: "abandoned", colour: "#d0533f" },
  ],
  scripts: [{ name: "callers", colour: "var(--rappel-accent)" }, { name: "callersInQueue", colour: "#3b7dd8" }],
};

/** What is told in large figures, by report. */
export const told: Record<ReportKind, string[]> = {
  queues: ["entered", "answered", "serviceLevel", "abandonedShare", "divertedCallback", "averageWait"],
  callbacks: ["taken", "connected", "connectionMedian", "connection90", "waitSpared", "promiseError"],
  agents: ["offers", "acceptedShare", "calls", "callbacks", "averageTalk", "wrapUp"],
  channels: ["calls", "answered", "divertedCallback", "abandoned", "inScript", "averageCall"],
  scripts: ["callers", "callersInQueue"],
};
