import { vi } from "vitest";

type Handler = (request: Request) => unknown;

/** Everything asked of the server in a test, in order. */
export interface FakeServer {
  requests: Request[];
  /** Adds or replaces an answer: `"GET /session"` (below /api/v1, without the query) to a body, a Response, or what makes one of the request. */
  on: (what: string, answer: unknown) => void;
}

const json = (body: unknown, status = 200) =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status, headers: { "Content-Type": status < 400 ? "application/json" : "application/problem+json" },
  });

export const problem = (status: number, body: object = {}) => json({ status, ...body }, status);
export const noContent = () => json(undefined, 204);

/** Stands in for the server in tests; what was not told is 404. */
export function fakeServer(answers: Record<string, unknown>): FakeServer {
  const known = new Map(Object.entries(answers));
  const requests: Request[] = [];
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    const request = new Request(new URL(path, "http://rappel.test"), init);
    requests.push(request);
    const answer = known.get(`${request.method} ${new URL(request.url).pathname.replace("/api/v1", "")}`) ?? problem(404, { title: "not told" });
    const made: unknown = typeof answer === "function" ? await (answer as Handler)(request.clone()) : answer;
    return made instanceof Response ? made.clone() : json(made);
  });
  return { requests, on: (what, answer) => { known.set(what, answer); } };
}
