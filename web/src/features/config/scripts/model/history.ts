/** Steps that can be taken back. The states themselves never change. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last step was, where more of the same may join it: typing into one field. */
  readonly merge: string | null;
  readonly at: number;
}

export interface StepOptions {
  /** Steps of the same name that follow each other within `mergeWithin` milliseconds are one. */
  readonly merge?: string;
  /** Milliseconds on any clock. */
  readonly at: number;
}

export const mostSteps = 500;
export const mergeWithin = 1_500;

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], merge: null, at: 0 };
}

export function step<T>(history: History<T>, next: T, { merge, at }: StepOptions): History<T> {
  if (Object.is(next, history.present)) {
    return history;
  }
  const joins = merge !== undefined && merge === history.merge && at - history.at <= mergeWithin && history.past.length > 0;
  const past = joins ? history.past : [...history.past, history.present].slice(-mostSteps);
  return { past, present: next, future: [], merge: merge ?? null, at };
}

/** Changes the present without making a step of it, for what only follows from it. */
export function amend<T>(history: History<T>, present: T): History<T> {
  return Object.is(present, history.present) ? history : { ...history, present };
}

export function undo<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  return last === undefined ? history : {
    past: history.past.slice(0, -1), present: last, future: [history.present, ...history.future], merge: null, at: 0,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...rest] = history.future;
  return next === undefined ? history : { past: [...history.past, history.present], present: next, future: rest, merge: null, at: 0 };
}

export const canUndo = <T>(history: History<T>): boolean => history.past.length > 0;
export const canRedo = <T>(history: History<T>): boolean => history.future.length > 0;
