import { Alert, Anchor, Center, Grid, Group, Loader, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useProblems } from "../../../api/draft";
import { sections } from "../../../api/types";
import { listPlace } from "../../../app/places";
import { IconCircleCheck } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { Tag } from "../../../ui/Tag";
import { TourInvite } from "../../tour/TourInvite";
import { DraftProblems } from "../publish/DraftProblems";
import { Checklist } from "./Checklist";
import { stepsOf } from "./steps";
import { TenantCard } from "./TenantCard";
import { useKnown } from "./useKnown";

const kinds: Partial<Record<string, string>> = { outboundQueues: "?kind=outbound", voicemailQueues: "?kind=voicemail", statusCodes: "?kind=status" };

/** Where somebody begins, and sees how far they are. */
export default function OverviewPage() {
  const { t } = useTranslation(["overview", "publish"]);
  const { known, error } = useKnown();
  const problems = useProblems();
  return (
    <>
      <PageHeader title={t("title")} about={t("about")} badge={known && <Group gap="xs">
        {!known.empty && <Tag tone="good">{t("version", { version: known.version })}</Tag>}
        {known.changes > 0 && <Anchor component={Link} to="/config/publish" size="sm">{t("changes", { count: known.changes })}</Anchor>}
      </Group>}
      />
      <TourInvite />
      {error && <Alert color="red" mb="md">{error.message}</Alert>}
      {!known ? !error && <Center h="30vh"><Loader /></Center> : (
        <Grid gap="md" align="flex-start">
          <Grid.Col span={{ base: 12, lg: 7 }}><Checklist steps={stepsOf(known)} /></Grid.Col>
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <Stack>
              <TenantCard />
              <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={t("counts")}>
                <Title order={2} size="h3" mb="sm">{t("counts")}</Title>
                <SimpleGrid cols={2} spacing="xl" verticalSpacing={6}>
                  {sections.map((section) => (
                    <Group key={section} justify="space-between" wrap="nowrap" gap="xs">
                      <Anchor component={Link} to={listPlace(section) + (kinds[section] ?? "")} size="sm">{t(`publish:sections.${section}`)}</Anchor>
                      <Text size="sm" fw={600} className="figures">{known.counts[section] ?? 0}</Text>
                    </Group>
                  ))}
                </SimpleGrid>
              </Paper>
              {problems.data && known.changes > 0 && (problems.data.length > 0
                ? <DraftProblems problems={problems.data} />
                : <Alert color="green" icon={<IconCircleCheck size={18} />}>{t("none")}</Alert>)}
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </>
  );
}
