import { Button, Menu, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Reference } from "../../../api/types";
import { problemPlace } from "../../../app/places";
import { IconChevronDown } from "./icons";
import { useWording } from "./words";

/** What leads to the script: channels that run it, queues whose callers it treats. */
export function UsedByMenu({ references }: { references: readonly Reference[] }) {
  const { t } = useWording();
  const { t: words } = useTranslation("editor");
  if (references.length === 0) {
    return <Text size="sm" c="dimmed">{t("page.unused")}</Text>;
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button variant="subtle" rightSection={<IconChevronDown size={15} />}>{t("page.usedBy", { count: references.length })}</Button></Menu.Target>
      <Menu.Dropdown>
        {references.map(({ section, key, name, pointer }) => (
          <Menu.Item key={pointer} component={Link} to={problemPlace(pointer)} rightSection={<Text size="xs" c="dimmed" ml="md">{words(`sections.${section}.one`)}</Text>}>
            {name || key}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
