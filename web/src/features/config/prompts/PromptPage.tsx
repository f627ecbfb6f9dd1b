import { SectionForm } from "../shared/SectionForm";
import type { PromptValue } from "./prompt";
import { PromptLanguages } from "./PromptLanguages";

const overrides = { en: null, fr: null };
const initial: PromptValue = {};

/** One prompt, in every language. */
export default function PromptPage() {
  return (
    <SectionForm<PromptValue> section="prompts" initial={initial} overrides={overrides} groups={[{ name: "general", fields: ["name"] }]}>
      {(slots) => <PromptLanguages {...slots} />}
    </SectionForm>
  );
}
