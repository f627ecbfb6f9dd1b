import { Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSetStatus, type AgentStatus, type LiveAgent } from "../../../api/live";
import { useAgentCodes } from "../../../api/work";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { tellDone } from "../../../ui/toast";

/** What somebody else may set for an agent; the others come about by calls. */
const askable: AgentStatus[] = ["available", "on-break", "working-offline", "logged-out"];

/** Sets an agent's status, with a reason where there are some for it. */
export function StatusDialog({ agent, onClose }: { agent: LiveAgent; onClose: () => void }) {
  const { t } = useTranslation("supervision");
  const { t: words } = useTranslation("board");
  const set = useSetStatus();
  const [status, setStatus] = useState<AgentStatus>(askable.includes(agent.status) ? agent.status : "on-break");
  const [code, setCode] = useState<string | null>(null);
  const reasons = (useAgentCodes(agent.agent).data?.statuses ?? []).filter(reason => reason.status === status);
  const act = () => {
    set.mutate({ agent: agent.agent, status, code: code ?? undefined }, {
      onSuccess: () => {
        tellDone(words("agents.statusSet", { name: agent.name, status: words(`statuses.${status}`) }));
        onClose();
      },
    });
  };
  return (
    <ConfirmDialog opened title={t("status.of", { name: agent.name })} confirm={t("status.set")} onConfirm={act} onClose={onClose} busy={set.isPending} error={set.error}>
      <Stack gap="md">
        {agent.status === "busy" && <Text size="sm" c="dimmed">{t("status.afterwards")}</Text>}
        <Select
          label={words("agents.status")} value={status} allowDeselect={false} data-autofocus
          onChange={next => { setStatus((next ?? status) as AgentStatus); setCode(null); }}
          data={askable.map(value => ({ value, label: words(`statuses.${value}`) }))}
        />
        {reasons.length > 0 && (
          <Select
            label={t("status.reason")} placeholder={t("status.noReason")} clearable value={code} onChange={setCode}
            data={reasons.map(reason => ({ value: reason.code, label: reason.name }))}
          />
        )}
      </Stack>
    </ConfirmDialog>
  );
}
