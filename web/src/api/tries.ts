import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { fetchAnswer, read } from "./client";
import type { components } from "./generated/schema";
import type { Value } from "./types";

const TRY = "/configuration/try";

/** What a dial plan makes of a number. */
export interface DialTry {
  /** The number without what only helps the eye; null where it is none. */
  cleaned?: string | null;
  rules: { index: number; matched: boolean }[];
  rule?: number | null;
  number?: string | null;
  trunk?: string | null;
  timeZone?: string | null;
  refusal?: { code: string; message: string } | null;
}

/** Asks the server; the plan need not be saved. Fails with ApiProblem 422 and the plan's problems. */
export const useDialTry = (value: Value, number: string, channel: string | undefined) =>
  useQuery({
    queryKey: ["try", "dial-plan", value, number, channel ?? ""],
    queryFn: ({ signal }) => read<DialTry>(`${TRY}/dial-plan`, { method: "POST", body: { value, number, ...(channel ? { channel } : {}) }, signal }),
    enabled: number.trim() !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });

/** `open`, `closed`, `#1` to `#6`. */
export type ScheduleExit = string;

export interface ScheduleTry {
  exit: ScheduleExit;
  /** The moment on the schedule's own clocks, with its offset. */
  localTime: string;
  next: { at: string; exit: ScheduleExit; localTime?: string }[];
}

/** What holds at a moment (now where none is given) and what comes after it; the schedule need not be saved. */
export const useScheduleTry = (value: Value, at: string | undefined) =>
  useQuery({
    queryKey: ["try", "schedule", value, at ?? ""],
    queryFn: ({ signal }) => read<ScheduleTry>(`${TRY}/schedule`, { method: "POST", body: { value, ...(at ? { at } : {}) }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });

/** What is to be heard: a text, or a prompt of the draft or not yet saved. */
export type SpeechTry = { language: string } & ({ text: string } | { prompt: string | Value });

/** The sound of it, as a phone would play it. */
export const speak = async (what: SpeechTry, signal?: AbortSignal) =>
  (await fetchAnswer(`${TRY}/speech`, { method: "POST", body: what, accept: "audio/wav, application/problem+json", ...(signal ? { signal } : {}) })).blob();

/** What came back from a webhook. */
export type WebhookTry = components["schemas"]["TriedWebhookBody"];

/** Sends one test event in earnest; the webhook need not be saved. */
export const useWebhookTry = () =>
  useMutation({ mutationFn: (value: Value) => read<WebhookTry>(`${TRY}/webhook`, { method: "POST", body: { value } }) });
