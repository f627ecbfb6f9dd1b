/** One thing that is wrong, at its place in what was sent or in the draft. */
export interface Fault {
  /** RFC 6901: into the body (`/password`) or, of configuration, into the whole document (`/agents/1001/offerTimeout`). */
  pointer: string;
  /** A sentence in the language of the request. */
  message: string;
  code?: string;
  /** What would be right. */
  allowed?: string;
}

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  errors?: WrittenFault[];
  problems?: WrittenFault[];
}

interface WrittenFault {
  pointer?: string | null;
  parameter?: string | null;
  detail?: string;
  message?: string;
  code?: string | null;
  allowed?: string | null;
}

/** What the server refused, as RFC 9457 tells it. */
export class ApiProblem extends Error {
  readonly faults: Fault[];
  readonly code: string;

  /** @param body The whole answer: a conflict (412) carries the current object in it. */
  constructor(readonly status: number, readonly body: unknown) {
    const told = isProblem(body) ? body : {};
    super(told.detail ?? told.title ?? String(status));
    this.name = "ApiProblem";
    this.code = told.code ?? String(status);
    this.faults = (told.errors ?? told.problems ?? []).map(fault => ({
      // In bodies it is written as a URI fragment.
      pointer: (fault.pointer ?? (fault.parameter ? `/${fault.parameter}` : "")).replace(/^#/, ""),
      message: fault.message ?? fault.detail ?? "",
      ...(fault.code ? { code: fault.code } : {}),
      ...(fault.allowed ? { allowed: fault.allowed } : {}),
    }));
  }
}

/** No answer came: no network, or the server is being started again. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("The server does not answer", { cause });
    this.name = "Unreachable";
  }
}

const isProblem = (body: unknown): body is ProblemBody => typeof body === "object" && body !== null;
