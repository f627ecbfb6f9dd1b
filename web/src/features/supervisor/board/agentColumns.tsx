import { Group, Text } from "@mantine/core";
import type { TFunction } from "i18next";
import type { AgentStatus, LiveAgent } from "../../../api/live";
import { Elapsed } from "../../../ui/Elapsed";
import type { Column } from "../../../ui/table/DataTable";
import { Tag, type Tone } from "../../../ui/Tag";
import { phoneInWords } from "../../../ui/words";

/** In the order in which a supervisor looks for them. */
export const statuses: readonly AgentStatus[] = ["available", "offered", "busy", "wrap-up", "on-break", "working-offline", "logged-out"];

const tones: Partial<Record<AgentStatus, Tone>> = { available: "good", busy: "warn", offered: "warn", "wrap-up": "warn" };

export const toneOfStatus = (status: AgentStatus): Tone => tones[status] ?? "plain";

/** What is told of each agent in a list. */
export function agentColumns(t: TFunction<"board">): Column<LiveAgent>[] {
  return [
    {
      id: "name", title: t("agents.agent"),
      cell: agent => <><strong>{agent.name}</strong><Text size="xs" c="dimmed">{agent.agent}{!agent.registered && ` · ${t("agents.noPhone")}`}</Text></>,
    },
    {
      id: "status", title: t("agents.status"),
      cell: agent => (
        <Group gap={8} wrap="nowrap">
          <Tag tone={toneOfStatus(agent.status)}>{t(`statuses.${agent.status}`)}{agent.code && ` · ${t(`reasons.${agent.code}`, { defaultValue: agent.code })}`}</Tag>
          {agent.since && agent.status !== "logged-out" && <Text size="sm" c="dimmed" span className="figures"><Elapsed at={agent.since} clock /></Text>}
        </Group>
      ),
    },
    {
      id: "work", title: t("agents.work"),
      cell: agent => (agent.number ?? agent.work) && <>{agent.number ? phoneInWords(agent.number) : agent.work}{agent.number && agent.work && <Text size="xs" c="dimmed">{agent.work}</Text>}</>,
    },
  ];
}
