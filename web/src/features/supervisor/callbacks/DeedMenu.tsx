import { ActionIcon, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { deeds, type Callback, type Deed } from "../../../api/callbacks";
import { IconDotsVertical } from "../../../ui/icons";
import { phoneInWords } from "../../../ui/words";
import { mayDo } from "./mayDo";

/** What can be done to one request. */
export function DeedMenu({ callback, onChoose }: { callback: Callback; onChoose: (deed: Deed) => void }) {
  const { t } = useTranslation("callbacks");
  const possible = deeds.filter(deed => mayDo(deed, callback));
  if (possible.length === 0) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("actionsFor", { number: phoneInWords(callback.number) })}><IconDotsVertical size={18} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {possible.map(deed => (
          <Menu.Item key={deed} c={deed === "cancel" ? "var(--rappel-bad)" : "var(--rappel-text)"} onClick={() => { onChoose(deed); }}>{t(`deeds.${deed}.name`)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
