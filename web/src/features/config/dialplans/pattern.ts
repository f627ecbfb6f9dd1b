/** What is certainly wrong with a rule's pattern; the server, which compiles it, has the last word. */
export type PatternFault =
  | { kind: "empty" }
  | { kind: "too-long"; most: number }
  | { kind: "look-around" | "back-reference" | "atomic"; at: number }
  | { kind: "unopened" | "unclosed" | "unclosed-set" | "nothing-to-repeat" | "lone-backslash"; at: number };

/** What a look at a pattern tells. */
export interface PatternReading {
  fault: PatternFault | null;
  /** Groups that `$1`, `$2` ... may name. */
  groups: number;
}

const mostCharacters = 200;

const refusedOpenings: readonly [string, "look-around" | "atomic"][] = [
  ["(?=", "look-around"],
  ["(?!", "look-around"],
  ["(?<=", "look-around"],
  ["(?<!", "look-around"],
  ["(?>", "atomic"],
];

/** The index after a `[...]` set that begins at `start`, or -1 where it never ends. */
function endOfSet(pattern: string, start: number): number {
  let at = start + 1;
  if (pattern[at] === "^") at += 1;
  // A bracket that comes first stands for itself.
  if (pattern[at] === "]") at += 1;
  for (; at < pattern.length; at += 1) {
    if (pattern[at] === "\\") at += 1;
    else if (pattern[at] === "]") return at + 1;
  }
  return -1;
}

/** Walks over the pattern once, as the server's engine would take it apart. */
export function readPattern(pattern: string): PatternReading {
  let groups = 0;
  const failed = (fault: PatternFault): PatternReading => ({ fault, groups });
  if (pattern === "") return failed({ kind: "empty" });
  if (pattern.length > mostCharacters) return failed({ kind: "too-long", most: mostCharacters });
  const open: number[] = [];
  let repeatable = false;
  for (let at = 0; at < pattern.length; ) {
    const sign = pattern.charAt(at);
    if (sign === "\\") {
      const next = pattern[at + 1];
      if (next === undefined) return failed({ kind: "lone-backslash", at });
      if (/[1-9k]/.test(next)) return failed({ kind: "back-reference", at });
      repeatable = true;
      at += 2;
    } else if (sign === "[") {
      const end = endOfSet(pattern, at);
      if (end < 0) return failed({ kind: "unclosed-set", at });
      repeatable = true;
      at = end;
    } else if (sign === "(") {
      const refused = refusedOpenings.find(([opening]) => pattern.startsWith(opening, at));
      if (refused) return failed({ kind: refused[1], at });
      if (pattern[at + 1] !== "?" || /^\(\?['<]/.test(pattern.slice(at))) groups += 1;
      open.push(at);
      repeatable = false;
      at += pattern[at + 1] === "?" ? 2 : 1;
    } else if (sign === ")") {
      if (open.pop() === undefined) return failed({ kind: "unopened", at });
      repeatable = true;
      at += 1;
    } else if (sign === "*" || sign === "+" || sign === "?") {
      if (!repeatable) return failed({ kind: "nothing-to-repeat", at });
      // One `?` more makes it lazy; anything beyond that repeats a repetition.
      repeatable = false;
      at += pattern[at + 1] === "?" ? 2 : 1;
    } else {
      repeatable = sign !== "|" && sign !== "^";
      at += 1;
    }
  }
  const unclosed = open.at(-1);
  return unclosed === undefined ? { fault: null, groups } : failed({ kind: "unclosed", at: unclosed });
}

/** What is wrong with what a rule dials. */
export type RewriteFault = { kind: "no-group"; group: number } | { kind: "bad-sign"; sign: string };

/** `as-is`, or digits, `+` and the groups that the pattern has; `groups` null where they are not known. */
export function readRewrite(dial: string, groups: number | null): RewriteFault | null {
  if (dial === "as-is" || dial.includes("${")) return null;
  for (let at = 0; at < dial.length; at += 1) {
    const next = dial[at + 1];
    if (dial[at] === "$" && next !== undefined && /\d/.test(next)) {
      if (groups !== null && Number(next) > groups) return { kind: "no-group", group: Number(next) };
      at += 1;
    } else if (!/[\d+]/.test(dial.charAt(at))) {
      return { kind: "bad-sign", sign: dial.charAt(at) };
    }
  }
  return null;
}
