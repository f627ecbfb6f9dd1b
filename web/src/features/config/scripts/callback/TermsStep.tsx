import { Stack } from "@mantine/core";
import { FieldInput } from "../../../../ui/fields/FieldInput";
import { FormContext } from "../../../../ui/fields/FormContext";
import { useEditor } from "../editor/EditorContext";
import type { CallbackPlan } from "../model/addCallback";
import type { Json } from "../model/types";
import { useWording } from "../words";
import { MakeDialPlan } from "./MakeDialPlan";
import { MakeQueue } from "./MakeQueue";
import { askedFields, termProblems } from "./termProblems";

interface Props {
  readonly plan: CallbackPlan;
  readonly onChange: (changes: Partial<CallbackPlan>) => void;
}

/** The terms of the callback, each with its allowed range; what they need and is not there yet is made here. */
export function TermsStep({ plan, onChange }: Props) {
  const { forms } = useEditor();
  const { t } = useWording();
  const put = (name: string, value: Json | undefined): void => {
    const others = Object.entries(plan.terms).filter(([other]) => other !== name);
    onChange({ terms: Object.fromEntries(value === undefined ? others : [...others, [name, value]]) });
  };
  // What is only not chosen yet is no mistake.
  const problems = termProblems(forms, plan.terms, t).filter((one) => plan.terms[one.pointer.split("/").at(-1) ?? ""] !== undefined);
  return (
    <FormContext value={{ problems, readOnly: false }}>
      <Stack gap="md">
        {askedFields(forms).map((field) => (
          <div key={field.name}>
            <FieldInput
              field={field} value={plan.terms[field.name]} pointer={`/terms/${field.name}`} scope={`objects.callback.${field.name}`}
              onChange={(value) => { put(field.name, value); }}
            />
            {field.name === "queue" && plan.terms["queue"] === undefined && <MakeQueue onMade={(key) => { put("queue", key); }} />}
            {field.name === "dialPlan" && plan.terms["dialPlan"] === undefined && <MakeDialPlan onMade={(key) => { put("dialPlan", key); }} />}
          </div>
        ))}
      </Stack>
    </FormContext>
  );
}
