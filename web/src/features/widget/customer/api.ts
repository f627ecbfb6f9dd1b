import type { CallWindow, OwnRequest } from "../shared/types";

/** What was refused, by the server's word; `offline` where it does not answer. */
export class Refusal extends Error {
  constructor(readonly code: string, readonly detail: string | null, readonly retryAfter: number | null) {
    super(code);
  }
}

export type Change = CallWindow | { number: string } | { asSoonAsPossible: true };

export interface OwnRequestApi {
  look: () => Promise<OwnRequest>;
  change: (change: Change) => Promise<OwnRequest>;
  check: (number: string) => Promise<{ number: string }>;
  cancel: () => Promise<OwnRequest>;
}

/** The request behind a link. Sentences come in the language of the page. */
export function requestApi(signed: string): OwnRequestApi {
  const address = `/api/v1/public/requests/${encodeURIComponent(signed)}`;

  async function ask<T>(method: string, path = "", body?: unknown): Promise<T> {
    let response: Response;
    try {
      response = await fetch(address + path, {
        method, credentials: "omit",
        headers: { "Accept-Language": document.documentElement.lang, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw new Refusal("offline", null, null);
    }
    if (response.ok) return await response.json() as T;
    const problem = await response.json().catch(() => null) as { code?: string; detail?: string } | null;
    throw new Refusal(problem?.code ?? "failed", problem?.detail ?? null, Number(response.headers.get("Retry-After")) || null);
  }

  return {
    look: () => ask<OwnRequest>("GET"),
    change: (change) => ask<OwnRequest>("PUT", "", change),
    check: (number) => ask<{ number: string }>("POST", "/number", { number }),
    cancel: () => ask<OwnRequest>("DELETE"),
  };
}
