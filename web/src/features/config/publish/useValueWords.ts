import { useTranslation } from "react-i18next";
import { wordKeys } from "../../../ui/fields/useFieldWords";
import { longDay } from "../schedules/dayNames";
import { days } from "../schedules/week";
import { nodeOf } from "../scripts/model/convert";
import { lineOf } from "../scripts/model/summary";
import { useWording } from "../scripts/words";
import type { ValueWords } from "./valueLines";

type ObjectWords = Record<string, Record<string, { label?: string } | undefined> | undefined>;

/** Names of fields and of what they hold, in the language of the page. */
export function useValueWords(): ValueWords & { field: (scope: string) => string } {
  const { t, i18n } = useTranslation(["common", "fields", "publish"]);
  const wording = useWording();
  // A place in a script does not tell what kind of object stands there; fields of one name mean one thing.
  const ofObjects = (name: string) =>
    Object.values((i18n.getResource(i18n.language, "fields", "objects") ?? {}) as ObjectWords).map((words) => words?.[name]?.label).find(Boolean);
  const field = (scope: string) => {
    const name = scope.split(".").at(-1) ?? scope;
    const known = wordKeys(scope, "label").find((key) => i18n.exists(key, { ns: "fields" }));
    const day = days.find((one) => one === name);
    if (known) return t(known, { ns: "fields" });
    return day ? longDay(day, i18n.language) : ofObjects(name) ?? name;
  };
  return {
    yes: t("yes"), no: t("no"), none: t("none"), field, label: (name) => field(`any.${name}`),
    pair: (label, value) => t("diff.pair", { ns: "publish", label, value }), scriptObject: (value) => lineOf(nodeOf(value), wording),
  };
}
