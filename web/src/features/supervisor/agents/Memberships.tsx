import { Checkbox, Popover, Stack, Text, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LiveAgent } from "../../../api/live";
import { useSetMembership, type Membership } from "../../../api/memberships";
import { tellFailed } from "../../../ui/toast";

interface Props {
  agent: LiveAgent & { memberships?: Membership[] };
  names: ReadonlyMap<string, string>;
  mayChange: boolean;
}

/** The queues an agent serves; where the server knows them singly, each can be switched on and off. */
export function Memberships({ agent, names, mayChange }: Props) {
  const { t } = useTranslation("supervision");
  const set = useSetMembership();
  const nameOf = (queue: string) => names.get(queue) ?? queue;
  const list = agent.queues.map(nameOf).join(", ") || t("membership.none");
  if (!agent.memberships?.length || !mayChange) return <Text size="sm">{list}</Text>;
  const change = (queue: string, enabled: boolean) => {
    set.mutate({ agent: agent.agent, queue, enabled }, { onError: error => { tellFailed(t("membership.failed"), error); } });
  };
  return (
    <Popover withArrow trapFocus position="bottom-start">
      <Popover.Target>
        <UnstyledButton aria-label={`${t("membership.of", { name: agent.name })}: ${list}`} td="underline" fz="sm">{list}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {agent.memberships.map(member => (
            <Checkbox
              key={member.queue} size="sm" label={nameOf(member.queue)} checked={member.enabled} disabled={set.isPending}
              description={member.enabled === member.configured ? undefined : t("membership.changed")}
              onChange={event => { change(member.queue, event.currentTarget.checked); }}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
