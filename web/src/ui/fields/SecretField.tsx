import { PasswordInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { fieldId, useReadOnly } from "./FormContext";
import type { FieldProps } from "./types";
import { useFieldWords } from "./useFieldWords";

/** What nobody else should read. A name from the environment (`${NAME}`) keeps it out of the configuration. */
export function SecretField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { t } = useTranslation("fields");
  const words = useFieldWords(field, scope, pointer);
  const readOnly = useReadOnly();
  return (
    <PasswordInput
      {...words} description={[words.description, t("secret.help")].filter(Boolean).join(" ")} id={fieldId(pointer)} required={field.required ?? false}
      readOnly={readOnly} autoComplete="new-password" spellCheck={false} w={{ sm: 420 }} value={typeof value === "string" ? value : ""}
      visibilityToggleButtonProps={{ "aria-label": t("secret.show", { label: words.label }) }}
      onChange={event => { onChange(event.currentTarget.value === "" ? undefined : event.currentTarget.value); }}
    />
  );
}
