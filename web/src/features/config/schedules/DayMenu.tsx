import { ActionIcon, Menu } from "@mantine/core";
import { IconClockPlus, IconCopy, IconDots, IconEraser, IconSun } from "../../../ui/icons";
import { useTranslation } from "react-i18next";
import { longDay } from "./dayNames";
import type { Day } from "./week";

interface Props {
  day: Day;
  empty: boolean;
  onAdd: () => void;
  onWholeDay: () => void;
  onCopy: () => void;
  onClear: () => void;
}

/** What can be done with a day without a mouse. */
export function DayMenu({ day, empty, onAdd, onWholeDay, onCopy, onClear }: Props) {
  const { t, i18n } = useTranslation("schedules");
  return (
    <Menu shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={t("dayMenu.label", { day: longDay(day, i18n.language) })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconClockPlus size={16} />} onClick={onAdd}>{t("dayMenu.add")}</Menu.Item>
        <Menu.Item leftSection={<IconSun size={16} />} onClick={onWholeDay}>{t("dayMenu.wholeDay")}</Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={onCopy} disabled={empty}>{t("dayMenu.copy")}</Menu.Item>
        <Menu.Item leftSection={<IconEraser size={16} />} onClick={onClear} disabled={empty}>{t("dayMenu.clear")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
