import { useTranslation } from "react-i18next";
import { wordKeys } from "../../../ui/fields/useFieldWords";
import type { ValueWords } from "./valueLines";

/** Names of fields and of what they hold, in the language of the page. */
export function useValueWords(): ValueWords & { field: (scope: string) => string } {
  const { t, i18n } = useTranslation(["common", "fields", "scripts"]);
  const field = (scope: string) => {
    const name = scope.split(".").at(-1) ?? scope;
    const known = wordKeys(scope, "label").find((key) => i18n.exists(key, { ns: "fields" }));
    return known ? t(known, { ns: "fields" }) : i18n.exists(`languages.${name}`, { ns: "fields" }) ? t(`languages.${name}`, { ns: "fields" }) : name;
  };
  return {
    yes: t("yes"),
    no: t("no"),
    none: t("none"),
    field,
    label: (name) => field(`any.${name}`),
    scriptObject: (value) => {
      const type = String(value.type);
      const key = `objects.${type}.title`;
      const title = i18n.exists(key, { ns: "scripts" }) ? t(key, { ns: "scripts" }) : type;
      const told = Object.values(value).filter((inner) => typeof inner === "string" && inner !== type);
      return told.length === 0 ? title : `${title}: ${told.join(", ")}`;
    },
  };
}
