/** The figures of the queue that a tried call waits in. */
export interface Figures {
  readonly position: number;
  /** Seconds; null while nothing is known. */
  readonly expectedWaitSeconds: number | null;
  readonly waiting: number;
  readonly agentsLoggedIn: number;
  readonly agentsFree: number;
  readonly callbackPending: boolean;
  readonly callbackPosition: number;
}

/** Who calls, when, and where the call begins. */
export interface Setup {
  readonly entry: "main" | "inQueue";
  readonly caller: string;
  readonly withheld: boolean;
  /** Key; empty for the first channel that runs the script. */
  readonly channel: string;
  /** Empty for the channel's. */
  readonly language: string;
  /** Of the clock on the wall, as `2026-03-02T10:00`; empty for now. */
  readonly at: string;
}

export type Input = { readonly at: number } & (
  | { readonly key: string } | { readonly exit: string } | { readonly agentFree: true } | { readonly queue: Figures });

/** A tried call: how it begins, what happened to it, and how far it is played. */
export interface Session {
  readonly setup: Setup;
  /** The figures that the call began with. */
  readonly start: Figures;
  /** The figures now. */
  readonly figures: Figures;
  readonly inputs: readonly Input[];
  /** Seconds since the beginning. */
  readonly until: number;
  /** Counts beginnings: another one is another call. */
  readonly run: number;
}

export type SessionAction =
  | { readonly kind: "press"; readonly key: string; readonly at: number }
  | { readonly kind: "exit"; readonly exit: string; readonly at: number }
  | { readonly kind: "agentFree"; readonly at: number }
  | { readonly kind: "figures"; readonly figures: Figures; readonly at: number }
  | { readonly kind: "setup"; readonly setup: Setup }
  | { readonly kind: "forward"; readonly until: number }
  | { readonly kind: "back" | "restart" };

const usual: Figures = {
  position: 3, expectedWaitSeconds: 240, waiting: 3, agentsLoggedIn: 2, agentsFree: 0, callbackPending: false, callbackPosition: 1,
};

export function startSession(): Session {
  const setup: Setup = { entry: "main", caller: "+15145550177", withheld: false, channel: "", language: "", at: "" };
  return { setup, start: usual, figures: usual, inputs: [], until: 0, run: 1 };
}

export function sessionReducer(session: Session, action: SessionAction): Session {
  switch (action.kind) {
    case "press": return happened(session, { at: action.at, key: action.key });
    case "exit": return happened(session, { at: action.at, exit: action.exit });
    case "agentFree": return happened(session, { at: action.at, agentFree: true });
    case "figures": return changed(session, action.figures, action.at);
    case "setup": return begin({ ...session, setup: action.setup });
    case "forward": return { ...session, until: Math.max(session.until, action.until) };
    case "restart": return begin(session);
    case "back": {
      const last = session.inputs.at(-1);
      const inputs = session.inputs.slice(0, -1);
      return last ? { ...session, inputs, until: last.at, figures: figuresAfter(session.start, inputs) } : begin(session);
    }
  }
}

function happened(session: Session, input: Input): Session {
  return { ...session, inputs: [...session.inputs, input], until: Math.max(session.until, input.at) };
}

/** While several figures are changed one after the other at one moment, that is one input. */
function changed(session: Session, figures: Figures, at: number): Session {
  if (session.until === 0 && session.inputs.length === 0) {
    return { ...session, start: figures, figures };
  }
  const last = session.inputs.at(-1);
  const inputs = last && "queue" in last && last.at === at ? session.inputs.slice(0, -1) : session.inputs;
  return { ...happened({ ...session, inputs }, { at, queue: figures }), figures };
}

function begin(session: Session): Session {
  return { ...session, start: session.figures, inputs: [], until: 0, run: session.run + 1 };
}

function figuresAfter(start: Figures, inputs: readonly Input[]): Figures {
  const last = inputs.findLast((input) => "queue" in input);
  return last && "queue" in last ? last.queue : start;
}
