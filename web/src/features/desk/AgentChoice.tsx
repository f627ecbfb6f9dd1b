import { Anchor, Loader, Paper, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useLiveAgents } from "../../api/live";
import { may } from "../../api/permissions";
import { useUser } from "../../api/session";
import { EmptyState } from "../../ui/EmptyState";
import { IconHeadset } from "../../ui/icons";
import { PageHeader } from "../../ui/PageHeader";

/** For who is no agent: says so, and lets an administrator try an agent's workspace. */
export function AgentChoice() {
  const { t } = useTranslation("desk");
  const mayTry = may(useUser(), "people:write");
  return (
    <>
      <PageHeader title={t("title")} />
      <EmptyState icon={IconHeadset} title={t("noAgent.title")} next={t(mayTry ? "noAgent.try" : "noAgent.ask")} />
      {mayTry && <Agents />}
    </>
  );
}

function Agents() {
  const { t } = useTranslation("desk");
  const agents = useLiveAgents();
  if (!agents.data) return <Loader />;
  return (
    <Stack maw={520} mx="auto" gap="xs">
      {agents.data.items.map(({ agent, name, status }) => (
        <Paper key={agent} p="sm">
          <Anchor component={Link} to={`/desk/${encodeURIComponent(agent)}`} fw={600}>{name}</Anchor>
          <Text size="sm" c="dimmed">{agent} · {t(`statuses.${status}`)}</Text>
        </Paper>
      ))}
      {agents.data.items.length === 0 && <Text ta="center" c="dimmed">{t("noAgent.none")}</Text>}
    </Stack>
  );
}
