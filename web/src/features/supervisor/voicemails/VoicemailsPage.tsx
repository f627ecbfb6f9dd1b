import { Alert, Group, SegmentedControl, Select, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveQueues } from "../../../api/live";
import { useVoicemailCallBack, useVoicemails, type VoicemailQuery } from "../../../api/voicemails";
import { EmptyState } from "../../../ui/EmptyState";
import { IconSearchOff, IconVolume } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { Pager } from "../../../ui/table/Pager";
import { tellDone, tellFailed } from "../../../ui/toast";
import { VoicemailCard } from "../../voicemail/VoicemailCard";

const PAGE = 20;

/** Typing is waited for this long before it is looked for, in milliseconds. */
const PAUSE = 300;

const which = ["open", "new", "heard", "closed"] as const;

/** The messages of all queues one may handle. */
export default function VoicemailsPage() {
  const { t } = useTranslation("voicemails");
  const { t: desk } = useTranslation("desk");
  const queues = useLiveQueues().data?.items.filter(queue => queue.kind === "voicemail") ?? [];
  const [status, setStatus] = useState<(typeof which)[number]>("open");
  const [queue, setQueue] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, PAUSE);
  const [trail, setTrail] = useState<string[]>([]);
  const { data, error, isPlaceholderData } = useVoicemails(asked(status, queue, search, trail.at(-1)));
  const { mutate } = useVoicemailCallBack();
  const isNarrowed = search !== "" || queue !== null || status !== "open";
  const callBack = (id: string) => {
    mutate(id, { onSuccess: () => { tellDone(t("asked")); }, onError: problem => { tellFailed(desk("failed"), problem); } });
  };
  return (
    <>
      <PageHeader title={t("title")} about={t("about")} />
      <Group gap="sm" align="flex-end" mb="md">
        <TextInput label={t("search")} placeholder={t("searchHint")} value={typed} onChange={event => { setTyped(event.currentTarget.value); setTrail([]); }} />
        <Select
          label={t("queue")} placeholder={t("all")} clearable value={queue} onChange={key => { setQueue(key); setTrail([]); }}
          data={queues.map(one => ({ value: one.queue, label: one.name }))}
        />
        <SegmentedControl
          aria-label={desk("voicemail.which")} value={status} onChange={value => { setStatus(which.find(one => one === value) ?? "open"); setTrail([]); }}
          data={which.map(value => ({ value, label: t(`which.${value}`) }))}
        />
      </Group>
      {error && !data && <Alert color="red" role="alert">{error.message}</Alert>}
      {data?.items.length === 0 && <EmptyState icon={isNarrowed ? IconSearchOff : IconVolume} title={t(isNarrowed ? "nothing" : "none")} next={t(isNarrowed ? "nothingNext" : "noneNext")} />}
      <Stack gap="sm">
        {data?.items.map(voicemail => (
          <VoicemailCard
            key={voicemail.id} voicemail={voicemail} queueName={queues.find(one => one.queue === voicemail.queue)?.name ?? voicemail.queue}
            onCall={() => { callBack(voicemail.id); }}
          />
        ))}
      </Stack>
      {data && (
        <Pager
          shown={data.items.length} before={trail.length * PAGE} next={data.next} waiting={isPlaceholderData} trail={trail} onTrail={setTrail}
        />
      )}
    </>
  );
}

const asked = (status: VoicemailQuery["status"], queue: string | null, search: string, before: string | undefined): VoicemailQuery => ({
  limit: PAGE, ...(status ? { status } : {}), ...(queue ? { queue } : {}), ...(search ? { search } : {}), ...(before ? { before } : {}),
});
