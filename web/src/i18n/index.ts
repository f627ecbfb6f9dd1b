import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

const REMEMBERED = "rappel.language";

// A file is a namespace: src/i18n/en/board.json is used as useTranslation("board"). Nothing else needs to be told.
const files = import.meta.glob<Record<string, unknown>>("./*/*.json", { import: "default" });

async function load(language: Language) {
  const prefix = `./${language}/`;
  const wanted = Object.entries(files).filter(([path]) => path.startsWith(prefix));
  await Promise.all(wanted.map(async ([path, read]) => {
    i18next.addResourceBundle(language, path.slice(prefix.length, -".json".length), await read());
  }));
}

export const isLanguage = (word: unknown): word is Language => languages.includes(word as Language);

/** The one chosen before on this device, else the first of the browser's that we speak, else English. */
export function preferredLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED);
  const wanted = [remembered, ...navigator.languages].map(word => word?.slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? "en";
}

/** Loads the texts of a language and shows everything in it from now on. Remembered on this device. */
export async function changeLanguage(language: Language) {
  if (!i18next.hasResourceBundle(language, "common")) {
    await load(language);
  }
  await i18next.changeLanguage(language);
  localStorage.setItem(REMEMBERED, language);
  document.documentElement.lang = language;
}

/** To be awaited before anything is drawn. */
export async function startTexts(language: Language) {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: "common",
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  });
  await load(language);
  await changeLanguage(language);
}

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : "en");
