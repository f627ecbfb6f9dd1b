import { Alert, Button, FileInput, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useConfiguration } from "../../../api/draft";
import { useImport } from "../../../api/files";
import { useDiscard } from "../../../api/versions";
import { IconCircleCheck, IconUpload } from "../../../ui/icons";
import { Faults } from "../shared/Faults";
import { Differences } from "../publish/Differences";
import { DraftProblems } from "../publish/DraftProblems";
import { Dialog } from "../shared/Dialog";

interface Props {
  onClose: () => void;
}

/** Brings in a folder as a ZIP file: it becomes the draft, and is looked at before anything is in force. */
export function ImportDialog({ onClose }: Props) {
  const { t } = useTranslation("versions");
  const [zip, setZip] = useState<File | null>(null);
  const configuration = useConfiguration();
  const bring = useImport();
  const discard = useDiscard();
  const draft = configuration.data?.draft;
  const result = bring.data;
  return (
    <Dialog onClose={onClose} title={t("import.title")} size={result ? "xl" : "md"}>
      {!result ? (
        <form onSubmit={(event) => { event.preventDefault(); if (zip && draft) bring.mutate({ zip, etag: draft.etag }); }}>
          <Stack>
            <Text>{t("import.text")}</Text>
            {draft && draft.changes > 0 && <Alert color="yellow">{t("import.replaces", { count: draft.changes })}</Alert>}
            <FileInput label={t("import.file")} placeholder={t("import.choose")} accept=".zip,application/zip" value={zip} onChange={setZip} leftSection={<IconUpload size={16} />} required clearable />
            {bring.error && (
              <Alert color="red" title={t("import.refused")}>
                <Faults error={bring.error} />
              </Alert>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>{t("cancel")}</Button>
              <Button type="submit" disabled={!zip || !draft} loading={bring.isPending}>{t("import.do")}</Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack>
          {result.changes.length === 0 && result.problems.length === 0 ? <Text>{t("import.same")}</Text> : result.problems.length === 0
            ? <Alert color="green" icon={<IconCircleCheck size={20} />}>{t("import.fine", { count: result.changes.length })}</Alert>
            : <DraftProblems problems={result.problems} />}
          {result.changes.length > 0 && <Differences changes={result.changes} linked={false} />}
          {discard.error && <Alert color="red">{discard.error.message}</Alert>}
          <Group justify="flex-end">
            {result.changes.length === 0 ? <Button onClick={onClose}>{t("import.close")}</Button> : <><Button variant="default" loading={discard.isPending} onClick={() => { if (draft) discard.mutate({ etag: draft.etag }, { onSuccess: onClose }); }}>{t("import.discard")}</Button>
            <Button component={Link} to="/config/publish">{t("import.publish")}</Button></>}
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
