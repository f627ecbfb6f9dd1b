import type { SignedIn } from "./types";

export type Permission =
  | "configuration:read" | "configuration:write" | "configuration:publish" | "people:write"
  | "live:read" | "callbacks:read" | "callbacks:write" | "agents:write" | "calls:watch" | "interactions:read" | "own:agent" | "own:account"
  | "reports:read" | "recordings:listen" | "recordings:delete" | "voicemails:handle";

/** Whether to show what needs it; undefined needs nothing but to be signed in. */
export const may = (user: SignedIn | null, permission: Permission | undefined) =>
  user !== null && (permission === undefined || user.permissions.includes(permission));
