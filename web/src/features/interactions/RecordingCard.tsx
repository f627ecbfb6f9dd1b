import { ActionIcon, Group, Paper, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { recordingPath, useDeleteRecording, type Recording } from "../../api/recordings";
import { currentLanguage } from "../../i18n";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { IconTrash } from "../../ui/icons";
import { SoundPlayer } from "../../ui/sound/SoundPlayer";
import { useNow } from "../../ui/useNow";
import { momentInFull } from "../../ui/words";
import { useNameOf } from "../reports/useNames";

const day = (at: string) => new Date(at).toLocaleDateString(currentLanguage(), { dateStyle: "long" });

/** One recording: to be heard, or why it cannot be. */
export function RecordingCard({ recording, mayDelete }: { recording: Recording; mayDelete: boolean }) {
  const { t } = useTranslation("interactions");
  const name = useNameOf();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending, error } = useDeleteRecording();
  const { id, state, at, agent, expiresAt, lengthSeconds } = recording;
  const isOver = Date.parse(expiresAt) <= useNow();
  const of = t("recordings.of", { at: momentInFull(at), agent: name("agent", agent) });
  return (
    <Paper p="md" component="article" aria-label={of} data-recording={state}>
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Text size="sm" fw={550}>{of}</Text>
        {state === "kept" && mayDelete && (
          <ActionIcon variant="subtle" color="gray" aria-label={t("recordings.delete")} onClick={() => { setAsking(true); }}><IconTrash size={18} /></ActionIcon>
        )}
      </Group>
      {state === "kept" && <SoundPlayer path={recordingPath(id)} seconds={lengthSeconds} label={of} />}
      <Text size="sm" c="dimmed" mt={6}>{t(`recordings.states.${state === "deleted" && isOver ? "expired" : state}`, { until: day(expiresAt) })}</Text>
      <ConfirmDialog
        opened={asking} title={t("recordings.deleteTitle")} confirm={t("recordings.delete")} danger busy={isPending} error={error} onClose={() => { setAsking(false); }}
        onConfirm={() => { mutate(id, { onSuccess: () => { setAsking(false); } }); }}
      >
        <Text size="sm">{t("recordings.deleteWhat")}</Text>
      </ConfirmDialog>
    </Paper>
  );
}
