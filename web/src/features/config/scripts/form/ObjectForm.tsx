import { Alert, Stack, Switch, Text } from "@mantine/core";
import { useMemo } from "react";
import { pointerTo } from "../../../../app/places";
import { FormContext } from "../../../../ui/fields/FormContext";
import { useEditor } from "../editor/EditorContext";
import { formProblems, problemsOf, sentence } from "../editor/problems";
import { IconAlertCircle } from "../icons";
import { setValue } from "../model/edit";
import { renameLabel } from "../model/labels";
import { entryOf } from "../model/lookup";
import { comparisons } from "../model/summary";
import type { Json, Script, ScriptNode } from "../model/types";
import { useWording } from "../words";
import { ComparisonField } from "./ComparisonField";
import { ExitsPart } from "./ExitsPart";
import { ObjectHead } from "./ObjectHead";
import { ParameterField } from "./ParameterField";

/** Kinds that say nothing and take no time: an agent cannot come in between. */
const neverProtected = ["label", "goto", "hangUp", "loop"];

/** Everything about one object: its parameters by the server's form, its exits, what is wrong with it. */
export function ObjectForm({ node }: { node: ScriptNode }) {
  const { script, forms, placed, edit, exitsOf, readOnly } = useEditor();
  const { t } = useWording();
  const form = forms.objects[node.type];
  const compares = node.type === "testVariable";
  const fields = (form?.fields ?? []).filter((field) => field.name !== "objects" && !(compares && comparisons.some((one) => one === field.name)));
  const names = [...fields.map((field) => field.name), ...(compares ? comparisons : [])];
  const context = useMemo(() => ({ problems: formProblems(placed, node.id), readOnly }), [placed, node.id, readOnly]);
  const put = (field: string, value: Json | undefined): void => {
    const change = node.type === "label" && field === "name" ? (s: Script) => renameLabel(s, node.id, typeof value === "string" ? value : "")
      : (s: Script) => setValue(s, node.id, field, value);
    edit(change, { merge: `${node.id}.${field}` });
  };
  return (
    <FormContext value={context}>
      <Stack gap="md">
        <ObjectHead node={node} />
        {problemsOf(placed, node.id, names).map((problem, at) => (
          <Alert key={at} color="red" icon={<IconAlertCircle size={18} />} p="xs">{sentence(problem)}</Alert>
        ))}
        {!form && <Text c="dimmed">{t("form.unknownKind", { type: node.type })}</Text>}
        {fields.map((field) => (
          <ParameterField
            key={`${node.id}.${field.name}`} field={field} value={node.values[field.name]} pointer={pointerTo("", node.id, field.name)}
            scope={`objects.${node.type}.${field.name}`} onChange={(value) => { put(field.name, value); }}
          />
        ))}
        {compares && <ComparisonField node={node} />}
        {(exitsOf(node.type).length > 0 || (node.branches !== null && node.type !== "loop")) && <ExitsPart node={node} />}
        {entryOf(script, node.id) === "inQueue" && !neverProtected.includes(node.type) && (
          <Switch
            label={t("form.protected")} description={t("form.protectedHelp")} checked={node.values["protected"] === true} disabled={readOnly}
            onChange={(event) => { put("protected", event.currentTarget.checked ? true : undefined); }}
          />
        )}
      </Stack>
    </FormContext>
  );
}
