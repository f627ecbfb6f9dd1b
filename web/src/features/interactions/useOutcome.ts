import { useTranslation } from "react-i18next";

/** How a call ended, in words: "diverted: callback" and its like. A colon has a meaning of its own in the keys of texts. */
export function useOutcome() {
  const { t, i18n } = useTranslation("board");
  return (word: string | null) => {
    if (word === null) return "";
    const key = word.replace(/:? /g, "-");
    for (const name of [`outcomes.${key}`, `callbackStates.${key}`]) {
      if (i18n.exists(name, { ns: "board" })) return t(name);
    }
    return word;
  };
}
