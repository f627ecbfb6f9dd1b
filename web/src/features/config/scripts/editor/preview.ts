import { address, read } from "../../../../api/client";
import type { Problem, Value } from "../../../../api/types";

/** A script as both spellings, with what is wrong with it beside the rest of the draft. Nothing is saved. */
export interface Preview {
  /** Null where the text cannot be read. */
  readonly value: Value | null;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Has the server write a value as text, into the text it was before so that its comments stay; or read a text. */
export function askPreview(key: string, body: { value: Value; base?: string } | { text: string }, signal?: AbortSignal): Promise<Preview> {
  return read<Preview>(address("/configuration/draft/scripts", key, "preview"), { method: "POST", body, ...(signal ? { signal } : {}) });
}

/** The text of the script as it is saved. */
export function readText(key: string, signal: AbortSignal): Promise<string> {
  return read<string>(address("/configuration/draft/scripts", key), { accept: "application/yaml", signal });
}
