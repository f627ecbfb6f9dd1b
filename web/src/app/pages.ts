import type { ComponentType } from "react";
import type { Permission } from "../api/permissions";

export interface PageEntry {
  /** Without the leading slash; `:key` and the like as react-router has them. */
  path: string;
  /** The page's module; its default export is the page. */
  load: () => Promise<{ default: ComponentType }>;
  /** Without it the page says so instead of failing. */
  needs?: Permission;
}

/** Every page inside the shell: one line each. */
export const pages: PageEntry[] = [
  { path: "config/scripts", load: () => import("../features/config/scripts/ScriptsPage"), needs: "configuration:read" },
  { path: "config/scripts/:key", load: () => import("../features/config/scripts/ScriptPage"), needs: "configuration:read" },
];
