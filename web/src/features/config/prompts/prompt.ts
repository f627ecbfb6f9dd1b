import { languages, type Language } from "../../../i18n";
import type { AudioFile } from "../../../api/files";
import { without } from "../shared/without";

/** What is said in one language: a text to be spoken, or a recording of the configuration. */
export type PromptAudio = { text: string } | { file: string };

export type PromptValue = { name?: string } & { [language in Language]?: PromptAudio };

export type AudioKind = "none" | "text" | "file";

export function kindOf(audio: PromptAudio | undefined): AudioKind {
  if (!audio) return "none";
  return "file" in audio ? "file" : "text";
}

export function withAudio(value: PromptValue, language: Language, audio: PromptAudio | null): PromptValue {
  const rest = without(value, language);
  return audio ? { ...rest, [language]: audio } : rest;
}

/** Languages in which nothing is said. */
export const missingLanguages = (value: PromptValue): Language[] => languages.filter((language) => kindOf(value[language]) === "none");

/**
 * Where a new recording of a prompt goes: its own place where nobody else plays what is there, else the next free one.
 * A new prompt may not have a key yet.
 */
export function placeFor(key: string, language: Language, files: readonly AudioFile[]): { path: string; etag: string | null } {
  const stem = `prompts/${key.replaceAll(/[^A-Za-z0-9._-]/g, "-") || "recording"}-${language}`;
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? `${stem}.wav` : `${stem}-${String(number)}.wav`;
    const there = files.find((file) => file.path === path);
    if (!there) return { path, etag: null };
    if (there.usedBy.every((user) => user.section === "prompts" && user.key === key)) return { path, etag: there.etag };
  }
}
