import { Alert, Button, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../../api/problem";
import { usePublish } from "../../../api/versions";
import { IconRocket } from "../../../ui/icons";

interface Props {
  /** The draft as it is shown on the page: another one is not published unseen. */
  etag: string;
  changes: number;
  blocked: boolean;
  onPublished: (version: number) => void;
}

const longestNote = 500;

/** Says why, and publishes. */
export function PublishCard({ etag, changes, blocked, onPublished }: Props) {
  const { t } = useTranslation("publish");
  const [note, setNote] = useState("");
  const publish = usePublish();
  const stale = publish.error instanceof ApiProblem && publish.error.status === 412;
  return (
    <Paper p="md" component="form" onSubmit={(event) => { event.preventDefault(); publish.mutate({ etag, ...(note.trim() ? { note: note.trim() } : {}) }, { onSuccess: ({ version }) => { onPublished(version); } }); }}>
      <Stack gap="sm">
        <Textarea label={t("note.label")} description={t("note.help")} value={note} maxLength={longestNote} autosize minRows={1} maxRows={5} onChange={(event) => { setNote(event.currentTarget.value); }} />
        {publish.error && <Alert color="red">{stale ? t("stale") : publish.error.message}</Alert>}
        <Group justify="space-between">
          <Text size="sm" c="dimmed" maw={560}>{blocked ? t("blocked") : t("safe")}</Text>
          <Button type="submit" disabled={blocked} loading={publish.isPending} leftSection={<IconRocket size={16} />}>{t("publish", { count: changes })}</Button>
        </Group>
      </Stack>
    </Paper>
  );
}
