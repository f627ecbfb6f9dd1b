import { currentLanguage } from "../i18n";
import { ApiProblem, Unreachable } from "./problem";
import { tellReach } from "./reach";

export interface Ask {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON, unless it is text or a blob: then as `type` says. */
  body?: unknown;
  type?: string;
  accept?: string;
  /** The entity tag that the change is made from, or `*`. */
  ifMatch?: string;
  /** Only if there is none yet. */
  create?: boolean;
  /** Kept with its problems, where it is well formed. */
  lenient?: boolean;
  /** Only this piece: `bytes=0-0`. */
  range?: string;
  /** Sent though the page that asks is left; for small bodies. */
  outlivesPage?: boolean;
  signal?: AbortSignal;
}

export interface Answer<T> {
  status: number;
  etag: string | null;
  data: T;
}

const BASE = "/api/v1";

function headersOf(ask: Ask) {
  const headers: Record<string, string> = {
    // What another site's page cannot send: the server takes no change by cookie without it.
    "X-Rappel-Request": "1",
    "Accept-Language": currentLanguage(),
    Accept: ask.accept ?? "application/json, application/problem+json",
  };
  if (ask.body !== undefined) headers["Content-Type"] = ask.type ?? "application/json";
  if (ask.ifMatch !== undefined) headers["If-Match"] = ask.ifMatch;
  if (ask.create) headers["If-None-Match"] = "*";
  if (ask.range !== undefined) headers.Range = ask.range;
  if (ask.lenient) headers.Prefer = "handling=lenient";
  return headers;
}

const bodyOf = ({ body }: Ask): BodyInit | null =>
  body === undefined ? null : typeof body === "string" || body instanceof Blob ? body : JSON.stringify(body);

/** The raw answer. @throws Unreachable; @throws ApiProblem for any status that is not a success. */
export async function fetchAnswer(path: string, ask: Ask = {}): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(BASE + path, {
      method: ask.method ?? "GET", headers: headersOf(ask), body: bodyOf(ask), keepalive: ask.outlivesPage ?? false, ...(ask.signal ? { signal: ask.signal } : {}),
    });
  } catch (cause) {
    if (ask.signal?.aborted) throw cause;
    tellReach(false);
    throw new Unreachable(cause);
  }
  // What stands before the server answers so while the server is down.
  tellReach(answer.status !== 502);
  if (!answer.ok) throw new ApiProblem(answer.status, await readBody(answer));
  return answer;
}

async function readBody(answer: Response): Promise<unknown> {
  const type = answer.headers.get("Content-Type") ?? "";
  if (answer.status === 204) return undefined;
  return type.includes("json") ? answer.json() : answer.text();
}

/** Asks for JSON (or text, by `accept`); the caller knows its shape from the contract. */
export async function request<T>(path: string, ask: Ask = {}): Promise<Answer<T>> {
  const answer = await fetchAnswer(path, ask);
  return { status: answer.status, etag: answer.headers.get("ETag"), data: (await readBody(answer)) as T };
}

/** Only what the answer holds. */
export const read = async <T>(path: string, ask: Ask = {}) => (await request<T>(path, ask)).data;

/** A path's part or a query, escaped: `address("/users", name)`, `address("/audit", { who, from: undefined })`. */
export function address(start: string, ...rest: (string | number | Record<string, string | number | boolean | undefined>)[]) {
  const query = new URLSearchParams();
  let path = start;
  for (const part of rest) {
    if (typeof part === "object") {
      Object.entries(part).forEach(([name, value]) => { if (value !== undefined && value !== "") query.set(name, String(value)); });
    } else {
      path += `/${encodeURIComponent(part)}`;
    }
  }
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
