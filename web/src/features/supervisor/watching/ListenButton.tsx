import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LiveAgent } from "../../../api/live";
import { IconEar } from "../../../ui/icons";
import { useWatching } from "./WatchContext";

/** The way into an agent's call: one listens first, and speaks when one chooses to. Nothing while there is no call. */
export function ListenButton({ agent: { agent, name, status } }: { agent: LiveAgent }) {
  const { t } = useTranslation("supervision");
  const { watched, listenTo } = useWatching();
  if (status !== "busy") return null;
  const isOn = watched?.agent === agent;
  return (
    <Button
      variant={isOn ? "light" : "default"} size="xs" leftSection={<IconEar size={16} aria-hidden />} aria-pressed={isOn} aria-label={t("watch.listenTo", { name })}
      onClick={() => { if (!isOn) listenTo({ agent, name }); }}
    >
      {t("watch.listen")}
    </Button>
  );
}
