import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDeferredValue } from "react";
import { useEditor } from "../editor/EditorContext";
import { rowTarget } from "../editor/state";
import { IconClipboard, IconPlus, IconTrash } from "../icons";
import { placeAtEnd, removeExit, setScriptValue } from "../model/edit";
import { endOf } from "../model/flow";
import { find, sequenceAt } from "../model/lookup";
import { isEntry, textOf, type ScriptNode } from "../model/types";
import { exitWords, useWording } from "../words";
import { ObjectForm } from "./ObjectForm";

/** The form of what is selected: an object, one of its exits, or an entry of the script. */
export function SidePane() {
  const { script, selected } = useEditor();
  // Going through the tree does not wait for the forms of what one only passes.
  const { holder, exit } = rowTarget(useDeferredValue(selected));
  if (isEntry(holder)) {
    return <EntryPane entry={holder} />;
  }
  const node = find(script, holder);
  if (!node) {
    return null;
  }
  return exit === null ? <ObjectForm key={node.id} node={node} /> : <ExitPane node={node} exit={exit} />;
}

function EntryPane({ entry }: { entry: "main" | "inQueue" }) {
  const { script, edit, scriptKey } = useEditor();
  const { t } = useWording();
  return (
    <Stack gap="md">
      <Title order={2}>{t(`entries.${entry}.title`)}</Title>
      <Text c="dimmed" size="sm">{t(`entries.${entry}.about`)}</Text>
      <TextInput
        label={t("form.scriptName")} value={textOf(script.values["name"])} placeholder={scriptKey}
        onChange={(event) => { const name = event.currentTarget.value; edit((s) => setScriptValue(s, "name", name === "" ? undefined : name), { merge: "script.name" }); }}
      />
      <SequenceDeeds address={{ holder: entry, branch: "" }} />
    </Stack>
  );
}

function ExitPane({ node, exit }: { node: ScriptNode; exit: string }) {
  const { script, edit } = useEditor();
  const wording = useWording();
  const { t } = wording;
  const address = { holder: node.id, branch: exit };
  const empty = (sequenceAt(script, address)?.length ?? 0) === 0;
  return (
    <Stack gap="md">
      <Title order={2}>{t("form.exitTitle", { exit: exitWords(node.type, exit, wording) })}</Title>
      <Text c="dimmed" size="sm">{t("form.exitEnd", { end: t(`ends.${endOf(script, address)}`) })}</Text>
      <SequenceDeeds address={address} />
      {node.branches?.some((branch) => branch.name === exit) === true && node.type !== "loop" && (
        <Button variant="subtle" color="red" w="fit-content" leftSection={<IconTrash size={16} />} onClick={() => { edit((s) => removeExit(s, node.id, exit), { select: node.id }); }}>
          {t(empty ? "form.removeExit" : "form.removeExitWithAll")}
        </Button>
      )}
    </Stack>
  );
}

function SequenceDeeds({ address }: { address: { holder: string; branch: string } }) {
  const { script, add, paste } = useEditor();
  const { t } = useWording();
  return (
    <Group gap="xs">
      <Button leftSection={<IconPlus size={16} />} onClick={() => { add(placeAtEnd(script, address)); }}>{t("deeds.add")}</Button>
      <Button variant="default" leftSection={<IconClipboard size={16} />} onClick={paste}>{t("deeds.paste")}</Button>
    </Group>
  );
}
