import { languages } from "../../../i18n";

/** Languages as choices, each in its own words. */
export const languageNames = () => languages.map((language) => {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return { value: language as string, label: name.charAt(0).toUpperCase() + name.slice(1) };
});
