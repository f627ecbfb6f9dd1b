import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { titleOf, type Translate, type Wording } from "./model/summary";

/** The words of objects in the language of the page. */
export function useWording(): Wording {
  const { t, i18n } = useTranslation("scripts");
  return useMemo(() => ({ t: t as unknown as Translate, language: i18n.language }), [t, i18n.language]);
}

/** An exit in words: a key as a key, a treatment of a schedule by its number. */
export function exitWords(type: string, exit: string, { t }: Wording): string {
  if (type === "getDigit" && /^[0-9*#]$/.test(exit)) {
    return t("exits.key", { key: exit });
  }
  return /^#[1-6]$/.test(exit) ? t("exits.treatment", { number: exit.slice(1) }) : t(`exits.${exit}`, { defaultValue: exit });
}

export function useTitleOf(): (type: string) => string {
  const wording = useWording();
  return useMemo(() => (type: string) => titleOf(type, wording), [wording]);
}
