import { Group } from "@mantine/core";
import { fieldId, useProblemsAt } from "../../../../../ui/fields/FormContext";
import { ReferenceSelect } from "../../../../../ui/fields/ReferenceSelect";
import { ListenButton } from "../../speech/ListenButton";
import { useWording } from "../../words";

/** One prompt by its key, to be chosen and listened to. */
export function PromptLine({ value, pointer, onChange }: { value: string; pointer: string; onChange: (key: string) => void }) {
  const { t, language } = useWording();
  const problems = useProblemsAt(pointer);
  return (
    <Group gap={4} align="end" wrap="nowrap">
      <div style={{ flex: 1 }}>
        <ReferenceSelect
          id={fieldId(pointer)} label={t("form.prompt")} to={["prompts"]} required value={value || undefined} onChange={(key) => { onChange(key ?? ""); }}
          error={problems.length === 0 ? undefined : problems.map((problem) => problem.message).join(" ")} placeholder={t("form.choose")}
        />
      </div>
      <ListenButton what={{ prompt: value, language }} disabled={value === ""} />
    </Group>
  );
}
