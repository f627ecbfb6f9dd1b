import { ActionIcon, Anchor, Button, Fieldset, Group, Menu, Stack, Text, Tooltip } from "@mantine/core";
import { useEditor } from "../editor/EditorContext";
import { exitKey } from "../editor/state";
import { IconPlus, IconTrash } from "../icons";
import { addExit, removeExit } from "../model/edit";
import { freeExits, shownExits } from "../model/exits";
import { endOf } from "../model/flow";
import { lineOf } from "../model/summary";
import type { ScriptNode } from "../model/types";
import { exitWords, useWording } from "../words";

/** The exits of an object: what is in each, exits to add, exits to take away. */
export function ExitsPart({ node }: { node: ScriptNode }) {
  const { script, exitsOf, edit, select, add } = useEditor();
  const wording = useWording();
  const { t } = wording;
  const free = freeExits(node, exitsOf);
  return (
    <Fieldset legend={t("form.exits")} p="sm">
      <Stack gap={6}>
        {shownExits(node, exitsOf).map(({ name, nodes, written }) => {
          const first = nodes[0];
          const rest = nodes.length > 1 ? t("form.andMore", { count: nodes.length - 1 }) : "";
          return (
            <Group key={name} gap="xs" wrap="nowrap" justify="space-between">
              <Text size="sm" miw={110} fw={560}>{exitWords(node.type, name, wording)}</Text>
              <Text size="sm" flex={1} truncate {...(first ? {} : { c: "dimmed", fs: "italic" })}>
                {first
                  ? <Anchor component="button" type="button" size="sm" onClick={() => { select(first.id); }}>{lineOf(first, wording)}{rest}</Anchor>
                  : t(`ends.${endOf(script, { holder: node.id, branch: name })}`)}
              </Text>
              <Tooltip label={t("form.addTo", { exit: exitWords(node.type, name, wording) })}>
                <ActionIcon variant="subtle" aria-label={t("form.addTo", { exit: exitWords(node.type, name, wording) })} onClick={() => { add({ holder: node.id, branch: name, index: nodes.length }); }}><IconPlus size={16} /></ActionIcon>
              </Tooltip>
              <Tooltip label={t("form.removeExit")}>
                <ActionIcon variant="subtle" color="gray" disabled={!written} aria-label={t("form.removeExitNamed", { exit: exitWords(node.type, name, wording) })} onClick={() => { edit((s) => removeExit(s, node.id, name), { select: node.id }); }}><IconTrash size={16} /></ActionIcon>
              </Tooltip>
            </Group>
          );
        })}
        {free.length > 0 && (
          <Menu position="bottom-start" withinPortal>
            <Menu.Target><Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} w="fit-content">{t("form.addExit")}</Button></Menu.Target>
            <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
              {free.map((exit) => (
                <Menu.Item key={exit} onClick={() => { edit((s) => addExit(s, node.id, exit, exitsOf(node.type)), { select: exitKey(node.id, exit) }); }}>
                  {exitWords(node.type, exit, wording)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Stack>
    </Fieldset>
  );
}
