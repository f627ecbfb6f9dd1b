import { without } from "../shared/without";

/** A rule as the configuration writes it: it dials or it refuses. */
export type DialRule = {
  pattern?: string;
  /** What is dialled: digits, `+`, groups `$1` to `$9`, or `as-is`. */
  dial?: string;
  /** Why the number is refused. */
  refuse?: string;
  timeZone?: string;
  trunk?: string;
  allowReserved?: boolean | string;
};

export type DialPlanValue = {
  name?: string;
  rules?: DialRule[];
};

/** The rule with a field changed; an empty text or `false` takes it away. */
export function withField(rule: DialRule, field: keyof DialRule, value: string | boolean | null): DialRule {
  const rest = without(rule, field);
  return value === null || value === "" || value === false ? rest : { ...rest, [field]: value };
}

/** The rule made to dial or to refuse; what it dialled over goes with what it dialled. */
export function withVerdict(rule: DialRule, refuses: boolean): DialRule {
  const pattern = rule.pattern ?? "";
  return refuses ? { pattern, refuse: rule.refuse ?? "" } : { ...withField(rule, "refuse", null), dial: rule.dial ?? "as-is" };
}
