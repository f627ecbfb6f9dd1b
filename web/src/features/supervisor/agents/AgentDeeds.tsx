import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LiveAgent } from "../../../api/live";
import { may } from "../../../api/permissions";
import { useUser } from "../../../api/session";
import { ListenButton } from "../watching/ListenButton";
import { StatusDialog } from "./StatusDialog";

/** What a supervisor does about one agent. */
export function AgentDeeds({ agent }: { agent: LiveAgent }) {
  const { t } = useTranslation("supervision");
  const user = useUser();
  const [open, setOpen] = useState(false);
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {may(user, "calls:watch") && <ListenButton agent={agent} />}
      {may(user, "agents:write") && (
        <Button variant="default" size="xs" aria-label={`${t("status.change")}: ${agent.name}`} onClick={() => { setOpen(true); }}>{t("status.change")}</Button>
      )}
      {open && <StatusDialog agent={agent} onClose={() => { setOpen(false); }} />}
    </Group>
  );
}
