import { Alert, SimpleGrid } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "../../../i18n";
import type { EditorSlots } from "../../../ui/editor/ObjectEditor";
import { FormContext } from "../../../ui/fields/FormContext";
import { IconLanguage } from "../../../ui/icons";
import { missingLanguages, withAudio, type PromptValue } from "./prompt";
import { PromptLanguage } from "./PromptLanguage";

/** What is said in each language, side by side. */
export function PromptLanguages({ value, setValue, pointer, objectKey, problems, readOnly }: EditorSlots<PromptValue>) {
  const { t } = useTranslation("prompts");
  const form = useMemo(() => ({ problems, readOnly }), [problems, readOnly]);
  const missing = missingLanguages(value);
  return (
    <FormContext value={form}>
      {missing.length > 0 && missing.length < languages.length && (
        <Alert color="yellow" icon={<IconLanguage size={18} />}>{t("missing", { languages: missing.map((language) => t(`languages.${language}`)).join(", ") })}</Alert>
      )}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        {languages.map((language) => (
          <PromptLanguage
            key={language} language={language} promptKey={objectKey} audio={value[language]} pointer={`${pointer}/${language}`} readOnly={readOnly}
            other={languages.map((one) => value[one]).flatMap((audio) => (audio && "text" in audio ? [audio.text] : []))[0]}
            onChange={(audio) => { setValue(withAudio(value, language, audio)); }}
          />
        ))}
      </SimpleGrid>
    </FormContext>
  );
}
