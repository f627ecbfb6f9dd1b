import { Button, FileButton, Group, Progress, Text } from "@mantine/core";
import { useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { IconMicrophone, IconUpload } from "../../../ui/icons";
import styles from "./dropZone.module.css";

interface Props {
  busy: boolean;
  onFile: (file: File) => void;
  onRecord: () => void;
}

/** Takes a sound file by drag and drop or by choice, or has one recorded. */
export function SoundDrop({ busy, onFile, onRecord }: Props) {
  const { t } = useTranslation("prompts");
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <div
      className={styles.zone} data-over={over || undefined} onDrop={drop} onDragLeave={() => { setOver(false); }}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
    >
      <Text size="sm" c="dimmed" mb="xs">{t("upload.drop")}</Text>
      <Group justify="center" gap="xs">
        <FileButton accept="audio/*,.wav" onChange={(file) => { if (file) onFile(file); }}>
          {(props) => <Button {...props} variant="default" leftSection={<IconUpload size={16} />} disabled={busy}>{t("upload.choose")}</Button>}
        </FileButton>
        <Button variant="default" leftSection={<IconMicrophone size={16} />} onClick={onRecord} disabled={busy}>{t("record.title")}</Button>
      </Group>
      {busy && <Progress value={100} animated mt="sm" aria-label={t("upload.busy")} />}
      <Text size="xs" c="dimmed" mt="xs">{t("upload.formats")}</Text>
    </div>
  );
}
