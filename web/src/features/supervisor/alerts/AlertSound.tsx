import { ActionIcon, Tooltip } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useAlerts } from "../../../api/alerts";
import { IconBell, IconBellOff } from "../../../ui/icons";
import { useAlertSound } from "./useAlertSound";

/** Sounds at new alerts where somebody wants it: each person's own choice, on this device. */
export function AlertSound() {
  const { t } = useTranslation("alerts");
  const alerts = useAlerts().data?.items ?? [];
  const [isOn, setIsOn] = useLocalStorage({ key: "rappel.alertSound", defaultValue: false });
  useAlertSound(alerts, isOn);
  return (
    <Tooltip label={t(isOn ? "silence" : "sound")}>
      <ActionIcon variant="default" aria-pressed={isOn} aria-label={t("sound")} onClick={() => { setIsOn(!isOn); }}>
        {isOn ? <IconBell size={18} /> : <IconBellOff size={18} />}
      </ActionIcon>
    </Tooltip>
  );
}
