import type { Language } from "./types";

/** The first of the browser's languages that we speak, else English. */
export function preferredLanguage(): Language {
  const known = navigator.languages.map((word) => word.slice(0, 2).toLowerCase()).find((word) => word === "en" || word === "fr");
  return known ?? "en";
}
