import { indexOf } from "./lookup";
import { textOf, type Script } from "./types";

/** What the system fills; nobody can set it. */
export const systemVariables = [
  "callerPhoneNumber", "callbackPhoneNumber", "QueuePosition", "ExpectedWait", "Channel", "Language", "CallbackPosition",
] as const;

export const dataVariables = ["customer.phoneNumber", "customer.accountNumber", "case.number"] as const;

/** The variables a text may use, without their dollar sign: the system's, the customer's data, and what this script sets. */
export function knownVariables(script: Script, { writable = false } = {}): string[] {
  const own = new Set<string>();
  for (const { node } of indexOf(script).values()) {
    const name = textOf(node.values[node.type === "setVariable" ? "name" : "data"]).replace(/^\$/, "");
    if ((node.type === "setVariable" || node.type === "getValue") && /^[A-Za-z][A-Za-z0-9]*$/.test(name)) {
      own.add(name);
    }
  }
  return [...(writable ? [] : systemVariables), ...dataVariables, ...own];
}
