import { useTranslation } from "react-i18next";

/** How a call ended, in words: "diverted: callback" and its like. A colon has a meaning of its own in the keys of texts. */
export function useOutcome() {
  const { t, i18n } = useTranslation("board");
  return (word: string | null) => {
    if (word === null) return "";
    for (const key of [`outcomes.${word.replace(": ", "-")}`, `callbackStates.${word.replace(" ", "-")}`]) {
      if (i18n.exists(key, { ns: "board" })) return t(key);
    }
    return word;
  };
}
