import type { Session } from "../api/types";
import type { Permission } from "../api/permissions";

const supervisor: Permission[] = [
  "configuration:read", "live:read", "callbacks:read", "callbacks:write", "agents:write", "interactions:read", "calls:watch", "recordings:listen", "own:agent", "own:account",
];

const session = (role: "administrator" | "supervisor" | "agent", permissions: Permission[]): Session => ({
  setup: false, user: { name: "amelie", displayName: "Amélie Roy", role, agent: null, language: null, permissions },
});

/** What GET /session answers to each of them. */
export const people = {
  administrator: session("administrator", [...supervisor, "configuration:write", "configuration:publish", "people:write", "recordings:delete"]),
  supervisor: session("supervisor", supervisor),
  agent: session("agent", ["own:agent", "own:account"]),
  nobody: { setup: false, user: null } satisfies Session,
};
