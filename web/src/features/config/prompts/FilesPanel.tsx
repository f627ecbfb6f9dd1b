import { ActionIcon, Alert, Anchor, Center, Loader, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { audioSource, useDeleteFile, useFiles, type AudioFile } from "../../../api/files";
import { may } from "../../../api/permissions";
import { useUser } from "../../../api/session";
import { problemPlace } from "../../../app/places";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { EmptyState } from "../../../ui/EmptyState";
import { IconFileMusic, IconSearch, IconTrash } from "../../../ui/icons";
import { DataTable } from "../../../ui/table/DataTable";
import { Tag } from "../../../ui/Tag";
import { AudioFacts } from "./AudioFacts";

/** Every recording of the draft, who plays it, and those that nobody does. */
export function FilesPanel() {
  const { t } = useTranslation("prompts");
  const writes = may(useUser(), "configuration:write");
  const files = useFiles();
  const remove = useDeleteFile();
  const [search, setSearch] = useState("");
  const [asked, setAsked] = useState<AudioFile | null>(null);
  if (files.error) return <Alert color="red">{files.error.message}</Alert>;
  if (!files.data) return <Center><Loader /></Center>;
  if (files.data.length === 0) return <EmptyState icon={IconFileMusic} title={t("files.empty")} next={t("files.emptyNext")} />;
  const wanted = search.trim().toLocaleLowerCase();
  return (
    <Stack>
      <TextInput type="search" maw={360} leftSection={<IconSearch size={16} />} placeholder={t("files.search")} aria-label={t("files.search")} value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} />
      <DataTable<AudioFile>
        label={t("files.title")} rows={files.data.filter((file) => file.path.toLocaleLowerCase().includes(wanted))} rowKey={(file) => file.path}
        columns={[
          { id: "path", title: t("files.path"), cell: (file) => <><Text ff="monospace" size="sm" style={{ overflowWrap: "anywhere" }}>{file.path}</Text><AudioFacts file={file} /></> },
          { id: "listen", title: t("listen.start"), cell: (file) => <audio controls preload="none" src={audioSource(file)} aria-label={t("recording.listen", { path: file.path })} style={{ maxWidth: 220, height: 36 }}><track kind="captions" /></audio> },
          {
            id: "used", title: t("files.usedBy"), cell: (file) => (file.usedBy.length === 0 ? <Tag tone="warn">{t("files.unused")}</Tag> : (
              <span>{file.usedBy.map((user, index) => <span key={user.pointer}>{index > 0 && ", "}<Anchor component={Link} underline="always" size="sm" to={problemPlace(user.pointer)}>{user.name}</Anchor></span>)}</span>
            )),
          },
          {
            id: "deeds", title: t("files.delete"), deeds: true, cell: (file) => writes && (
              <ActionIcon variant="subtle" color="red" aria-label={t("files.deleteOf", { path: file.path })} onClick={() => { remove.reset(); setAsked(file); }}><IconTrash size={16} /></ActionIcon>
            ),
          },
        ]}
      />
      {asked && (
        <ConfirmDialog
          opened title={t("files.ask", { path: asked.path })} confirm={t("files.delete")} danger busy={remove.isPending} error={remove.error} onClose={() => { setAsked(null); }}
          onConfirm={() => { remove.mutate(asked, { onSuccess: () => { setAsked(null); } }); }}
        >
          <Text>{asked.usedBy.length === 0 ? t("files.safe") : t("files.used", { count: asked.usedBy.length })}</Text>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
