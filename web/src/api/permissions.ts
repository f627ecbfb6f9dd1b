import type { Role, SignedIn } from "./types";

export type Permission =
  | "configuration:read" | "configuration:write" | "configuration:publish" | "people:write"
  | "live:read" | "callbacks:read" | "callbacks:write" | "agents:write" | "interactions:read" | "own:agent";

const supervisor: Permission[] = [
  "configuration:read", "live:read", "callbacks:read", "callbacks:write", "agents:write", "interactions:read",
];

const granted: Record<Role, Permission[]> = {
  administrator: [...supervisor, "configuration:write", "configuration:publish", "people:write", "own:agent"],
  supervisor: [...supervisor, "own:agent"],
  agent: ["own:agent"],
};

/** Only what to show: the server decides again at every request. */
export const may = (user: SignedIn | null, permission: Permission | undefined) =>
  user !== null && (permission === undefined || granted[user.role].includes(permission));
