import { Alert, Anchor, Button, Stack } from "@mantine/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useEvents } from "../../../api/events";
import { useLiveAgents, useLiveQueues, useLiveStatus } from "../../../api/live";
import { may } from "../../../api/permissions";
import { useUser } from "../../../api/session";
import { IconDeviceTv } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { Tag } from "../../../ui/Tag";
import { AlertSound } from "../alerts/AlertSound";
import { AlertsPanel } from "../alerts/AlertsPanel";
import { AgentsPanel } from "./AgentsPanel";
import { CallbacksPanel } from "./CallbacksPanel";
import { InteractionsPanel } from "./InteractionsPanel";
import { LiveState } from "./LiveState";
import { QueuesPanel } from "./QueuesPanel";
import { Tiles } from "./Tiles";
import { WallScreen } from "./WallScreen";

const WALL = "wall";

/** The contact centre now: queues, agents, callbacks, and what has just ended. */
export default function BoardPage() {
  const { t } = useTranslation("board");
  const user = useUser();
  const [query, setQuery] = useSearchParams();
  const maySee = { callbacks: may(user, "callbacks:read"), interactions: may(user, "interactions:read") };
  const line = useEvents(["queues", "agents", "alerts", "figures", "status", ...(maySee.callbacks ? ["callbacks" as const] : []), ...(maySee.interactions ? ["interactions" as const] : [])]);
  const [status, queues, agents] = [useLiveStatus(), useLiveQueues(), useLiveAgents()];
  const failure = [status, queues, agents].find(known => known.error && !known.data)?.error;
  const leaveWall = useCallback(() => { setQuery({}, { replace: true }); }, [setQuery]);
  const names = {
    queues: new Map(queues.data?.items.map(queue => [queue.queue, queue.name])), agents: new Map(agents.data?.items.map(agent => [agent.agent, agent.name])),
  };
  const open = queues.data?.items.filter(queue => queue.kind === "outbound").reduce((total, queue) => total + queue.waiting + queue.delayed + queue.inFlight, 0);
  return (
    <>
      <PageHeader title={t("title")} badge={status.data?.draining ? <Tag tone="warn">{t("draining")}</Tag> : status.data && !status.data.ready && <Tag tone="bad">{t("notReady")}</Tag>}>
        <LiveState line={line} />
        <AlertSound />
        <Button variant="default" size="xs" leftSection={<IconDeviceTv size={16} />} onClick={() => { setQuery({ [WALL]: "1" }); }}>{t("wall.open")}</Button>
      </PageHeader>
      <Stack gap="xl">
        {failure && <Alert color="red" role="alert">{failure.message}</Alert>}
        <AlertsPanel queueNames={names.queues} />
        {queues.data && agents.data && <Tiles queues={queues.data.items} agents={agents.data.items} />}
        <QueuesPanel queues={queues.data?.items} />
        <AgentsPanel agents={agents.data?.items} queues={queues.data?.items ?? []} mayChange={may(user, "agents:write")} mayListen={may(user, "calls:watch")} />
        {maySee.callbacks && <CallbacksPanel names={names} open={open} mayChange={may(user, "callbacks:write")} />}
        {maySee.interactions && <InteractionsPanel names={names} />}
        <Anchor href="/openapi/v1.json" size="sm">{t("apiDocument")}</Anchor>
      </Stack>
      {query.has(WALL) && queues.data && agents.data && <WallScreen queues={queues.data.items} agents={agents.data.items} onClose={leaveWall} />}
    </>
  );
}
