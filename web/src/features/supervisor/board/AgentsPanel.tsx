import { Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSetStatus, type AgentStatus, type LiveAgent, type LiveQueue } from "../../../api/live";
import { DataTable, type Column } from "../../../ui/table/DataTable";
import { tellDone, tellFailed } from "../../../ui/toast";
import { agentColumns } from "./agentColumns";
import classes from "./board.module.css";
import { ListenButton } from "../watching/ListenButton";
import { Panel } from "./Panel";
import { StatusChoice } from "./StatusChoice";
import { StatusFilter } from "./StatusFilter";

interface Props {
  agents: LiveAgent[] | undefined;
  queues: LiveQueue[];
  /** Whether this person may change their statuses. */
  mayChange: boolean;
  /** Whether this person may listen to their calls. */
  mayListen: boolean;
}

const EACH = "each";

/** Who is doing what, and for how long. */
export function AgentsPanel({ agents, queues, mayChange, mayListen }: Props) {
  const { t } = useTranslation("board");
  const { mutate } = useSetStatus();
  const [chosen, setChosen] = useState<AgentStatus[]>([]);
  const [queue, setQueue] = useState<string | null>(null);
  const set = ({ agent, name }: LiveAgent, status: AgentStatus) => {
    mutate({ agent, status }, {
      onSuccess: () => { tellDone(t("agents.statusSet", { name, status: t(`statuses.${status}`) })); },
      onError: error => { tellFailed(t("failed"), error); },
    });
  };
  const columns: Column<LiveAgent>[] = [
    ...agentColumns(t),
    ...(mayListen ? [{ id: "listen", title: t("agents.listen"), deeds: true, cell: (agent: LiveAgent) => agent.status === "busy" && <ListenButton agent={agent} /> }] : []),
    ...(mayChange
      ? [{ id: "set", title: t("agents.setStatus"), deeds: true, cell: (agent: LiveAgent) => <StatusChoice agent={agent} onChoose={status => { set(agent, status); }} /> }]
      : []),
  ];
  const shown = agents?.filter(agent => chosen.length === 0 || chosen.includes(agent.status));
  const table = (rows: LiveAgent[] | undefined, label: string) => (
    <DataTable<LiveAgent> label={label} rows={rows} rowKey={agent => agent.agent} columns={columns} />
  );
  const groups = queue === EACH ? queues : queues.filter(known => known.queue === queue);
  return (
    <Panel title={t("agents.title")} beside={agents && agents.length > 0 ? String(agents.length) : undefined} empty={agents?.length === 0 ? t("agents.none") : undefined}>
      <div className={classes.bar}>
        <StatusFilter agents={agents ?? []} chosen={chosen} onChoose={setChosen} />
        <Select
          size="xs" aria-label={t("agents.byQueue")} placeholder={t("agents.allQueues")} clearable value={queue} onChange={setQueue}
          data={[{ value: EACH, label: t("agents.eachQueue") }, ...queues.map(({ queue: value, name: label }) => ({ value, label }))]}
        />
      </div>
      {queue === null ? table(shown, t("agents.title")) : (
        <Stack gap="md">
          {groups.map(group => {
            const members = shown?.filter(agent => agent.queues.includes(group.queue));
            return (
              <div key={group.queue}>
                <Text fw={600} mb={6}>{group.name} <Text span c="dimmed" className="figures">{members?.length}</Text></Text>
                {members?.length === 0 ? <Text c="dimmed" size="sm">{t("agents.noneHere")}</Text> : table(members, group.name)}
              </div>
            );
          })}
        </Stack>
      )}
    </Panel>
  );
}
