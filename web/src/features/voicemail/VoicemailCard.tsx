import { Button, Group, Paper, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useVoicemailDeed, voicemailPath, type Voicemail } from "../../api/voicemails";
import { SoundPlayer } from "../../ui/sound/SoundPlayer";
import { Tag } from "../../ui/Tag";
import { tellFailed } from "../../ui/toast";
import { lengthInWords, momentInWords, phoneInWords } from "../../ui/words";
import classes from "./voicemail.module.css";

const LONGEST_NOTE = 500;
const SECOND = 1_000;

interface Props {
  voicemail: Voicemail;
  /** As people call it. */
  queueName: string;
  /** Left out where nobody can be called now. */
  onCall?: ((number: string) => void) | undefined;
}

/** One message: to hear, answer, note and close. */
export function VoicemailCard({ voicemail, queueName, onCall }: Props) {
  const { t } = useTranslation("desk");
  const { t: board } = useTranslation("board");
  const { mutate, isPending } = useVoicemailDeed();
  const [note, setNote] = useState(voicemail.note ?? "");
  const { id, caller, status, at, lengthSeconds } = voicemail;
  const label = t("voicemail.of", { number: phoneInWords(caller) || t("withheld") });
  const closed = status === "closed";
  const act = (deed: "heard" | "close" | "reopen") => {
    mutate({ id, deed, ...(deed === "heard" || note === "" ? {} : { note }) }, { onError: error => { tellFailed(t("failed"), error); } });
  };
  return (
    <Paper p="md" component="article" aria-label={label}>
      <Group justify="space-between" gap="xs">
        <Group gap={8}>
          <Text fw={650} className="figures">{caller ? phoneInWords(caller) : t("withheld")}</Text>
          <Tag tone={status === "new" ? "accent" : "plain"}>{t(`voicemail.states.${status}`)}</Tag>
        </Group>
        <Text size="sm" c="dimmed">{queueName} · {momentInWords(at)} · {lengthInWords(lengthSeconds * SECOND, board)}</Text>
      </Group>
      <div className={classes.player}><SoundPlayer path={voicemailPath(id)} seconds={lengthSeconds} label={label} onPlay={() => { if (status === "new") act("heard"); }} /></div>
      <Group gap="sm" align="flex-end">
        <TextInput className={classes.grow ?? ""} label={t("voicemail.note")} value={note} onChange={event => { setNote(event.currentTarget.value); }} maxLength={LONGEST_NOTE} autoComplete="off" />
        {caller && !closed && onCall && <Button variant="default" onClick={() => { onCall(caller); }}>{t("voicemail.call")}</Button>}
        <Button variant={closed ? "default" : "filled"} loading={isPending} onClick={() => { act(closed ? "reopen" : "close"); }}>{t(closed ? "voicemail.reopen" : "voicemail.close")}</Button>
      </Group>
    </Paper>
  );
}
