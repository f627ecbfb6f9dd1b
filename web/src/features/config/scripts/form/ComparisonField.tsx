import { Group, Input, Select, TextInput } from "@mantine/core";
import { pointerTo } from "../../../../app/places";
import { useProblemsAt } from "../../../../ui/fields/FormContext";
import { useEditor } from "../editor/EditorContext";
import { changeNode } from "../model/edit";
import { comparisons } from "../model/summary";
import { textOf, type Json, type ScriptNode } from "../model/types";
import { useWording } from "../words";

type Comparison = (typeof comparisons)[number];

/** How Test Variable compares: exactly one way, and with what. */
export function ComparisonField({ node }: { node: ScriptNode }) {
  const { t } = useWording();
  const { edit, readOnly } = useEditor();
  const kind = comparisons.find((one) => node.values[one] !== undefined) ?? "equals";
  const problems = useProblemsAt(pointerTo("", node.id, kind));
  const value = textOf(node.values[kind]);
  const put = (next: Comparison, with_: Json): void => {
    edit((script) => changeNode(script, node.id, (old) => ({
      ...old, values: { ...Object.fromEntries(Object.entries(old.values).filter(([name]) => !comparisons.some((one) => one === name))), [next]: with_ },
    })), { merge: `${node.id}.comparison` });
  };
  return (
    <Input.Wrapper label={t("form.comparison")} error={problems.length === 0 ? undefined : problems.map((problem) => problem.message).join(" ")}>
      <Group gap={6} wrap="nowrap" mt={4}>
        <Select
          aria-label={t("form.comparison")} w={190} allowDeselect={false} disabled={readOnly} value={kind} data={comparisons.map((one) => ({ value: one, label: t(`comparisons.${one}`) }))}
          onChange={(next) => { const to = comparisons.find((one) => one === next); if (to) { put(to, to === "isEmpty" ? true : value); } }}
        />
        {kind !== "isEmpty" && (
          <TextInput flex={1} aria-label={t("form.comparedWith")} value={value} readOnly={readOnly} onChange={(event) => { put(kind, event.currentTarget.value); }} />
        )}
      </Group>
    </Input.Wrapper>
  );
}
