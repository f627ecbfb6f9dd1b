import { Alert, Select, TextInput } from "@mantine/core";
import { useDeferredValue, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEvents } from "../../../api/events";
import { useLiveAgents, useLiveQueues, type AgentStatus, type LiveAgent } from "../../../api/live";
import { may } from "../../../api/permissions";
import { useUser } from "../../../api/session";
import { EmptyState } from "../../../ui/EmptyState";
import { IconHeadset, IconSearch, IconSearchOff } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { DataTable, type Column } from "../../../ui/table/DataTable";
import { useSlash } from "../../../ui/table/useSlash";
import { agentColumns } from "../board/agentColumns";
import { StatusFilter } from "../board/StatusFilter";
import filters from "../callbacks/callbacks.module.css";
import { AgentDeeds } from "./AgentDeeds";
import { Memberships } from "./Memberships";

/** Everybody who takes calls: what they are doing, and what a supervisor changes of it. */
export default function AgentsPage() {
  const { t } = useTranslation("supervision");
  const { t: words } = useTranslation("board");
  useEvents(["agents", "queues"]);
  const user = useUser();
  const { data, error } = useLiveAgents();
  const queues = useLiveQueues().data?.items ?? [];
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<AgentStatus[]>([]);
  const [queue, setQueue] = useState<string | null>(null);
  const wanted = useDeferredValue(search.trim().toLocaleLowerCase());
  const box = useRef<HTMLInputElement>(null);
  useSlash(box);
  const there = data?.items.filter(agent =>
    (queue === null || agent.queues.includes(queue)) && (wanted === "" || `${agent.name} ${agent.agent}`.toLocaleLowerCase().includes(wanted)));
  const shown = there?.filter(agent => chosen.length === 0 || chosen.includes(agent.status));
  const names = new Map(queues.map(known => [known.queue, known.name]));
  const columns: Column<LiveAgent>[] = [
    ...agentColumns(words),
    { id: "queues", title: t("queues"), cell: agent => <Memberships agent={agent} names={names} mayChange={may(user, "agents:write")} /> },
    { id: "deeds", title: t("actions"), deeds: true, cell: agent => <AgentDeeds agent={agent} /> },
  ];
  return (
    <>
      <PageHeader title={t("agents.title")} about={t("agents.about")} />
      <div className={filters.filters} role="search">
        <TextInput
          ref={box} type="search" className={filters.search} label={t("agents.search")} value={search} leftSection={<IconSearch size={16} />}
          onChange={event => { setSearch(event.currentTarget.value); }}
        />
        <Select
          label={words("queues.queue")} placeholder={t("agents.anyQueue")} clearable value={queue} onChange={setQueue}
          data={queues.map(({ queue: value, name: label }) => ({ value, label }))}
        />
      </div>
      <div style={{ marginBottom: 12 }}><StatusFilter agents={there ?? []} chosen={chosen} onChoose={setChosen} /></div>
      {error && !data && <Alert color="red" role="alert">{error.message}</Alert>}
      {shown?.length === 0
        ? data?.items.length === 0
          ? <EmptyState icon={IconHeadset} title={words("agents.none")} next={t("agents.noneNext")} />
          : <EmptyState icon={IconSearchOff} title={t("agents.nothing")} next={t("agents.nothingNext")} />
        : <DataTable<LiveAgent> label={t("agents.title")} rows={error && !data ? [] : shown} rowKey={agent => agent.agent} columns={columns} />}
    </>
  );
}
