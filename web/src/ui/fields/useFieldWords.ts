import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Field } from "../../api/forms";
import { useProblemsAt } from "./FormContext";
import type { FieldWords } from "./types";

/** The names under which a field's words may stand, most particular first: the scope's own, then those that many share. */
export const wordKeys = (scope: string, part: string) => [`${scope}.${part}`, `any.${scope.split(".").at(-1) ?? ""}.${part}`];

/** Label, help with the allowed range, and problems of a field, in the language of the page. */
export function useFieldWords(field: Field, scope: string, pointer: string, deep = false): FieldWords {
  const { t, i18n } = useTranslation("fields");
  const problems = useProblemsAt(pointer, deep);
  const helpKeys = wordKeys(scope, "help").filter(key => i18n.exists(key, { ns: "fields" })).slice(0, 1);
  const help = helpKeys.length > 0 ? t(helpKeys) : undefined;
  const description = [help, rangeOf(field, t)].filter(Boolean).join(" ");
  return {
    label: t(wordKeys(scope, "label")),
    description: description || undefined,
    error: problems.length > 0 ? problems.map(problem => problem.message).join(" ") : undefined,
    placeholder: typeof field.default === "string" || typeof field.default === "number" ? String(field.default) : undefined,
  };
}

function rangeOf({ minimum, maximum, longest, default: otherwise, kind }: Field, t: TFunction<"fields">) {
  const range = minimum !== undefined && maximum !== undefined ? t("ranges.between", { minimum, maximum }) : "";
  const length = kind === "text" && longest !== undefined && longest > 100 ? t("ranges.longest", { longest }) : "";
  const usual = (typeof otherwise === "number" || (typeof otherwise === "string" && kind === "duration")) ? t("ranges.default", { default: otherwise }) : "";
  return [range, length, usual].filter(Boolean).join(" ");
}

/** A choice in words; those without words are written as they are. */
export function useChoiceWord(scope: string) {
  const { t, i18n } = useTranslation("fields");
  const name = scope.split(".").at(-1) ?? "";
  return (choice: string) => (i18n.exists(`choices.${name}.${choice}`, { ns: "fields" }) ? t(`choices.${name}.${choice}`) : choice);
}
