import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ServerStatus } from "../../../api/types";
import { currentLanguage } from "../../../i18n";

/** How many calls there are, and as of when. */
export function LiveState({ status }: { status: ServerStatus }) {
  const { t } = useTranslation("board");
  const time = new Date(status.at).toLocaleTimeString(currentLanguage());
  return <Text size="sm" c="dimmed" className="figures">{t("calls", { count: status.calls })} · {t("updated", { time })}</Text>;
}
