import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSetStatus, type AgentStatus, type LiveAgent } from "../../../api/live";
import { DataTable, type Column } from "../../../ui/table/DataTable";
import { Tag, type Tone } from "../../../ui/Tag";
import { tellDone, tellFailed } from "../../../ui/toast";
import { lengthInWords, phoneInWords } from "../../../ui/words";
import { Panel } from "./Panel";
import { StatusChoice } from "./StatusChoice";

interface Props {
  agents: LiveAgent[] | undefined;
  now: Date;
  /** Whether this person may change their statuses. */
  mayChange: boolean;
}

const tones: Partial<Record<AgentStatus, Tone>> = { available: "good", busy: "warn", offered: "warn", "wrap-up": "warn" };

export function AgentsPanel({ agents, now, mayChange }: Props) {
  const { t } = useTranslation("board");
  const { mutate } = useSetStatus();
  const set = ({ agent, name }: LiveAgent, status: AgentStatus) => {
    mutate({ agent, status }, {
      onSuccess: () => { tellDone(t("agents.statusSet", { name, status: t(`statuses.${status}`) })); },
      onError: error => { tellFailed(t("failed"), error); },
    });
  };
  const columns: Column<LiveAgent>[] = [
    {
      id: "name", title: t("agents.agent"),
      cell: agent => <><strong>{agent.name}</strong><Text size="xs" c="dimmed">{agent.agent}{!agent.registered && ` · ${t("agents.noPhone")}`}</Text></>,
    },
    {
      id: "status", title: t("agents.status"),
      cell: agent => (
        <Group gap={8}>
          <Tag tone={tones[agent.status] ?? "plain"}>{t(`statuses.${agent.status}`)}</Tag>
          {agent.since && <Text size="sm" c="dimmed" span>{lengthInWords(now.getTime() - Date.parse(agent.since), t)}</Text>}
        </Group>
      ),
    },
    {
      id: "work", title: t("agents.work"),
      cell: agent => (agent.number ?? agent.work) && <>{agent.number ? phoneInWords(agent.number) : agent.work}{agent.number && agent.work && <Text size="xs" c="dimmed">{agent.work}</Text>}</>,
    },
  ];
  return (
    <Panel title={t("agents.title")} empty={agents?.length === 0 ? t("agents.none") : undefined}>
      <DataTable<LiveAgent>
        label={t("agents.title")} rows={agents} rowKey={agent => agent.agent}
        columns={mayChange
          ? [...columns, { id: "set", title: t("agents.setStatus"), deeds: true, cell: agent => <StatusChoice agent={agent} onChoose={status => { set(agent, status); }} /> }]
          : columns}
      />
    </Panel>
  );
}
