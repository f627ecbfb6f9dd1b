import { Paper, Skeleton, Stack, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useInteraction, type InteractionDetail } from "../../api/interactions";
import { FailedRead } from "../../ui/FailedRead";
import { PageHeader } from "../../ui/PageHeader";
import { momentInFull, phoneInWords } from "../../ui/words";
import { InteractionFacts } from "./InteractionFacts";
import { InteractionRelatives } from "./InteractionRelatives";
import { Recordings } from "./Recordings";
import { Timeline } from "./Timeline";

/** One call, callback or message, with everything from the caller's first call on. */
export default function InteractionPage() {
  const { t } = useTranslation("interactions");
  const { t: board } = useTranslation("board");
  const { id = "" } = useParams();
  const { data, error } = useInteraction(id);
  const one = data?.interaction;
  return (
    <>
      <PageHeader
        title={one ? `${board(`interactionKinds.${one.kind}`)} · ${phoneInWords(one.caller) || t("withheld")}` : id}
        about={one && momentInFull(one.startedAt)} above={[{ title: t("title"), to: "/interactions" }]}
      />
      {error && <FailedRead error={error} unknown={t("unknown")} title={t("failed")} />}
      {!data && !error && <Skeleton height={320} radius="lg" aria-label={t("loading")} />}
      {data && <Told detail={data} />}
    </>
  );
}

function Told({ detail }: { detail: InteractionDetail }) {
  const { t } = useTranslation("interactions");
  return (
    <Stack gap="xl">
      <Paper p="md"><InteractionFacts interaction={detail.interaction} /></Paper>
      <InteractionRelatives detail={detail} />
      <Recordings interactions={[...new Set(detail.timeline.map(entry => entry.interaction))]} />
      <section aria-labelledby="timeline">
        <Title order={2} id="timeline" mb="md">{t("timeline")}</Title>
        <Timeline entries={detail.timeline} shown={detail.interaction.id} />
      </section>
    </Stack>
  );
}
