import { Alert, Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { audioSource, useFiles, useUpload } from "../../../api/files";
import type { Language } from "../../../i18n";
import { fieldId } from "../../../ui/fields/FormContext";
import { tellDone } from "../../../ui/toast";
import { AudioFacts } from "./AudioFacts";
import { placeFor } from "./prompt";
import { RecordDialog } from "./RecordDialog";
import { asWav, NotSound } from "./sound";
import { SoundDrop } from "./SoundDrop";

interface Props {
  file: string | undefined;
  language: Language;
  promptKey: string;
  /** What to read out while recording. */
  toRead: string | undefined;
  readOnly: boolean;
  problem: string | undefined;
  pointer: string;
  onChange: (path: string) => void;
}

/** The recording of one language: listened to, chosen from those there are, uploaded or made here. */
export function Recording({ file, language, promptKey, toRead, readOnly, problem, pointer, onChange }: Props) {
  const { t } = useTranslation("prompts");
  const files = useFiles();
  const upload = useUpload();
  const [recording, setRecording] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const there = files.data?.find((one) => one.path === file);
  const paths = [...new Set([...(file === undefined ? [] : [file]), ...(files.data ?? []).map((one) => one.path)])];
  const store = (sound: Blob) => {
    const place = placeFor(promptKey, language, files.data ?? []);
    upload.mutate({ ...place, sound }, {
      onSuccess: () => {
        setRecording(false);
        onChange(place.path);
        tellDone(t("upload.done", { path: place.path }));
      },
    });
  };
  const take = (chosen: File) => {
    setUnreadable(false);
    upload.reset();
    asWav(chosen).then(store, (error: unknown) => { setUnreadable(error instanceof NotSound); });
  };
  return (
    <Stack gap="sm">
      {there && (
        <>
          <audio controls preload="none" src={audioSource(there)} aria-label={t("recording.listen", { path: there.path })} style={{ width: "100%" }}><track kind="captions" /></audio>
          <AudioFacts file={there} />
        </>
      )}
      {file !== undefined && files.data && !there && <Alert color="red">{t("recording.gone", { path: file })}</Alert>}
      <Group>
        <Select
          id={fieldId(`${pointer}/file`)} label={t("recording.label")} placeholder={t("recording.choose")} data={paths} value={file ?? null} searchable readOnly={readOnly} error={problem} flex={1}
          nothingFoundMessage={t("recording.none")} onChange={(path) => { if (path) onChange(path); }}
        />
      </Group>
      {!readOnly && <SoundDrop busy={upload.isPending} onFile={take} onRecord={() => { upload.reset(); setRecording(true); }} />}
      {unreadable && <Alert color="red">{t("upload.unreadable")}</Alert>}
      {upload.error && !recording && <Alert color="red" title={t("upload.refused")}>{upload.error.message}</Alert>}
      {upload.isPending && <Text size="sm" role="status">{t("upload.busy")}</Text>}
      {recording && (
        <RecordDialog
          text={toRead} keeping={upload.isPending} error={upload.error?.message} onKeep={store} onClose={() => { setRecording(false); }}
        />
      )}
    </Stack>
  );
}
