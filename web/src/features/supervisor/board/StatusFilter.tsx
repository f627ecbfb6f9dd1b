import { Chip, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AgentStatus, LiveAgent } from "../../../api/live";
import { statuses } from "./agentColumns";

interface Props {
  agents: LiveAgent[];
  /** Empty for all. */
  chosen: AgentStatus[];
  onChoose: (chosen: AgentStatus[]) => void;
}

/** How many agents are in each status; a press shows those only. */
export function StatusFilter({ agents, chosen, onChoose }: Props) {
  const { t } = useTranslation("board");
  return (
    <Chip.Group multiple value={chosen} onChange={next => { onChoose(next as AgentStatus[]); }}>
      <Group gap={6} role="group" aria-label={t("agents.byStatus")}>
        {statuses.map(status => {
          const count = agents.filter(agent => agent.status === status).length;
          return <Chip key={status} value={status} size="xs" variant="light">{t(`statuses.${status}`)} <span className="figures">{count}</span></Chip>;
        })}
      </Group>
    </Chip.Group>
  );
}
