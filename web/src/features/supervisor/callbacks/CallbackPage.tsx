import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { deeds, useCallbackDetail } from "../../../api/callbacks";
import { useEvents } from "../../../api/events";
import { useLiveAgents, useLiveQueues } from "../../../api/live";
import { may } from "../../../api/permissions";
import { useUser } from "../../../api/session";
import { FailedRead } from "../../../ui/FailedRead";
import { PageHeader } from "../../../ui/PageHeader";
import { Tag } from "../../../ui/Tag";
import { useNow } from "../../../ui/useNow";
import { momentInWords, phoneInWords } from "../../../ui/words";
import { shownStatus, toneOf } from "../board/callbackState";
import { AttemptList } from "./AttemptList";
import { CallbackFacts } from "./CallbackFacts";
import { History } from "./History";
import { mayDo } from "./mayDo";
import { useDeedDialog } from "./useDeedDialog";

/** One request: what is known of it, what was tried, what was said, and what was done by whom. */
export default function CallbackPage() {
  const { t } = useTranslation("callbacks");
  const { t: words } = useTranslation("board");
  const { id = "" } = useParams();
  const mayWrite = may(useUser(), "callbacks:write");
  useEvents(["callbacks", "queues", "agents"]);
  const { data, error } = useCallbackDetail(id);
  const now = new Date(useNow());
  const [perform, dialog] = useDeedDialog();
  const names = {
    queues: new Map(useLiveQueues().data?.items.map(queue => [queue.queue, queue.name])),
    agents: new Map(useLiveAgents().data?.items.map(agent => [agent.agent, agent.name])),
  };
  const above = [{ title: t("title"), to: "/callbacks" }];
  if (!data) {
    return (
      <>
        <PageHeader title={id} above={above} />
        {error && <FailedRead error={error} unknown={t("unknown")} title={t("failed")} />}
      </>
    );
  }

  const { callback, attempts, journal } = data;
  const status = shownStatus(callback, now);
  return (
    <>
      <PageHeader title={[phoneInWords(callback.number), callback.name].filter(Boolean).join(" · ")} above={above} badge={<Tag tone={toneOf(status)}>{words(`callbackStates.${status}`)}</Tag>}>
        {mayWrite && deeds.filter(deed => mayDo(deed, callback)).map(deed => (
          <Button key={deed} size="xs" variant="default" c={deed === "cancel" ? "var(--rappel-bad)" : "var(--rappel-text)"} onClick={() => { perform(deed, [callback]); }}>{t(`deeds.${deed}.name`)}</Button>
        ))}
      </PageHeader>
      <Stack gap="lg">
        <Paper p="md"><CallbackFacts callback={callback} names={names} now={now} /></Paper>
        <section aria-labelledby="attempts"><Title order={2} id="attempts" mb="xs">{t("attempts.title")}</Title><AttemptList attempts={attempts} names={names} /></section>
        <section aria-labelledby="notes">
          <Title order={2} id="notes" mb="xs">{t("note.title")}</Title>
          {callback.notes.length === 0 ? <Text c="dimmed">{t("note.none")}</Text> : callback.notes.map(note => (
            <Paper key={note.at} p="sm" mb="xs">
              <Group gap={8}><Text size="sm" fw={600}>{note.who}</Text><Text size="xs" c="dimmed"><time dateTime={note.at}>{momentInWords(note.at)}</time></Text></Group>
              <Text style={{ whiteSpace: "pre-wrap" }}>{note.text}</Text>
            </Paper>
          ))}
        </section>
        <section aria-labelledby="history"><Title order={2} id="history" mb="xs">{t("history.title")}</Title><History journal={journal} /></section>
      </Stack>
      {dialog}
    </>
  );
}
