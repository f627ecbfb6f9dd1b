import { Fieldset, SimpleGrid } from "@mantine/core";
import { SpokenText } from "../form/fields/SpokenText";
import type { Said } from "../model/callbackTexts";

interface Props {
  readonly label: string;
  readonly name: string;
  readonly value: Said;
  readonly onChange: (value: Said) => void;
}

/** One text in both languages, side by side. */
export function SaidField({ label, name, value, onChange }: Props) {
  return (
    <Fieldset legend={label} p="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {(["fr", "en"] as const).map((language) => (
          <SpokenText key={language} language={language} text={value[language]} pointer={`/assistant/${name}/${language}`} onChange={(text) => { onChange({ ...value, [language]: text }); }} />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}
