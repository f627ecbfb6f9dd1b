import { ActionIcon, Group, Menu, Text, Title } from "@mantine/core";
import { useEditor } from "../editor/EditorContext";
import { IconDotsVertical } from "../icons";
import { titleOf } from "../model/summary";
import type { ScriptNode } from "../model/types";
import { KindIcon } from "../tree/KindIcon";
import { useWording } from "../words";
import { useObjectDeeds } from "../editor/useObjectDeeds";

/** What kind of object it is, and everything that can be done with it as a whole. */
export function ObjectHead({ node }: { node: ScriptNode }) {
  const wording = useWording();
  const { t } = wording;
  const deeds = useObjectDeeds();
  const { forms } = useEditor();
  return (
    <div>
      <Group gap="sm" wrap="nowrap">
        <KindIcon type={node.type} size={32} />
        <Title order={2} flex={1} id="object-form-title">{titleOf(node.type, wording)}</Title>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target><ActionIcon variant="default" size={34} aria-label={t("deeds.menu")}><IconDotsVertical size={18} /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            {deeds.map(({ name, keys, icon: Icon, run, disabled }) => (
              <Menu.Item key={name} leftSection={<Icon size={16} />} rightSection={<Text size="xs" c="dimmed" ml="md">{keys}</Text>} disabled={disabled} onClick={run}>
                {t(`deeds.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {forms.objects[node.type] && <Text c="dimmed" size="sm" mt={4}>{t(`objects.${node.type}.about`, { defaultValue: "" })}</Text>}
    </div>
  );
}
