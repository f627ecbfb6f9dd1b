import { Alert, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLiveAgents, useLiveQueues, useLiveStatus, useOpenCallbacks } from "../../../api/live";
import { useEvents } from "../../../api/events";
import { may } from "../../../api/permissions";
import { useUser } from "../../../api/session";
import { PageHeader } from "../../../ui/PageHeader";
import { Tag } from "../../../ui/Tag";
import { AgentsPanel } from "./AgentsPanel";
import { CallbacksPanel } from "./CallbacksPanel";
import { InteractionsPanel } from "./InteractionsPanel";
import { LiveState } from "./LiveState";
import { QueuesPanel } from "./QueuesPanel";

/** The contact centre now: queues, agents, callbacks, and what has just ended. */
export default function BoardPage() {
  const { t } = useTranslation("board");
  const user = useUser();
  useEvents(["queues", "agents", "callbacks", "interactions", "status"]);
  const [status, queues, agents, callbacks] = [useLiveStatus(), useLiveQueues(), useLiveAgents(), useOpenCallbacks()];
  // The server's clock: waits are told by it, not by that of this device.
  const at = status.data?.at ?? queues.data?.at ?? agents.data?.at;
  const now = new Date(at ?? 0);
  const failure = [status, queues, agents, callbacks].find(query => query.error && !query.data)?.error;
  return (
    <>
      <PageHeader title={t("title")} badge={status.data?.draining ? <Tag tone="warn">{t("draining")}</Tag> : status.data && !status.data.ready && <Tag tone="bad">{t("notReady")}</Tag>}>
        {status.data && <LiveState status={status.data} />}
      </PageHeader>
      <Stack gap="xl">
        {failure && <Alert color="red" role="alert">{failure.message}</Alert>}
        <QueuesPanel queues={queues.data?.items} now={now} />
        <AgentsPanel agents={agents.data?.items} now={now} mayChange={may(user, "agents:write")} />
        <CallbacksPanel
          callbacks={at === undefined ? undefined : callbacks.data?.items} more={callbacks.data?.next !== null && callbacks.data !== undefined} now={now} mayChange={may(user, "callbacks:write")}
          queueNames={new Map(queues.data?.items.map(queue => [queue.queue, queue.name]))} agentNames={new Map(agents.data?.items.map(agent => [agent.agent, agent.name]))}
        />
        {may(user, "interactions:read") && <InteractionsPanel />}
        <Text size="sm" c="dimmed"><a href="/openapi/v1.json">{t("apiDocument")}</a></Text>
      </Stack>
    </>
  );
}
