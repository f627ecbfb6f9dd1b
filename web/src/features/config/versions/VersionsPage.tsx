import { Alert, Button, Group, Loader, Menu, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useConfiguration } from "../../../api/draft";
import { may } from "../../../api/permissions";
import { useUser } from "../../../api/session";
import { useRestore, useVersions } from "../../../api/versions";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { EmptyState } from "../../../ui/EmptyState";
import { IconDownload, IconHistory, IconUpload } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { Comparison } from "./Comparison";
import { ImportDialog } from "./ImportDialog";
import { VersionTable } from "./VersionTable";

const exportOf = (what: string) => `/api/v1/configuration/${what}/export`;

/** What was in force, when and by whom; compared, taken back, carried away and brought in. */
export default function VersionsPage() {
  const { t } = useTranslation("versions");
  const writes = may(useUser(), "configuration:write");
  const [query, setQuery] = useSearchParams();
  const [before, setBefore] = useState<number[]>([]);
  const [open, setOpen] = useState<{ kind: "import" } | { kind: "restore"; version: number } | null>(null);
  const configuration = useConfiguration();
  const versions = useVersions(before.at(-1));
  const restore = useRestore();
  const [from, to] = [Number(query.get("from")) || undefined, Number(query.get("to")) || undefined];
  const close = () => { setOpen(null); restore.reset(); };
  const compare = (first: number | undefined, second: number | undefined) => {
    setQuery(first && second ? { from: String(first), to: String(second) } : {});
  };
  const items = versions.data?.items ?? [];
  const current = configuration.data?.version;

  return (
    <>
      <PageHeader title={t("title")} about={t("about")}>
        {writes && <Menu>
          <Menu.Target><Button variant="default" leftSection={<IconDownload size={16} />}>{t("export.button")}</Button></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component="a" href={exportOf("draft")} download>{t("export.draft")}</Menu.Item>
            {current ? <Menu.Item component="a" href={exportOf(`versions/${String(current)}`)} download>{t("export.version", { version: current })}</Menu.Item> : null}
          </Menu.Dropdown>
        </Menu>}
        {writes && <Button variant="default" leftSection={<IconUpload size={16} />} onClick={() => { setOpen({ kind: "import" }); }}>{t("import.button")}</Button>}
      </PageHeader>
      <Stack>
        {versions.error && <Alert color="red">{versions.error.message}</Alert>}
        {from && to && <Comparison from={from} to={to} latest={current ?? Math.max(from, to)} onChange={compare} onClose={() => { compare(undefined, undefined); }} />}
        {versions.isPending && <Group justify="center"><Loader /></Group>}
        {versions.data && items.length === 0 && before.length === 0 && (
          <EmptyState icon={IconHistory} title={t("empty.title")} next={t("empty.next")} action={<Button component={Link} to="/config/publish">{t("empty.publish")}</Button>} />
        )}
        {items.length > 0 && (
          <VersionTable
            versions={items} current={current} writes={writes} exportOf={(version) => exportOf(`versions/${String(version)}`)} onCompare={compare}
            onRestore={(version) => { setOpen({ kind: "restore", version }); }}
          />
        )}
        {(before.length > 0 || versions.data?.next) && <Group justify="space-between">
          <Button variant="default" disabled={before.length === 0} onClick={() => { setBefore(before.slice(0, -1)); }}>{t("newer")}</Button>
          <Button variant="default" disabled={!versions.data?.next} onClick={() => { setBefore([...before, Number(versions.data?.next)]); }}>{t("older")}</Button>
        </Group>}
      </Stack>
      {open?.kind === "import" && <ImportDialog onClose={close} />}
      {open?.kind === "restore" && (
        <ConfirmDialog
          opened title={t("restore.title", { version: open.version })} confirm={t("restore.button")} busy={restore.isPending} error={restore.error} onClose={close}
          onConfirm={() => { restore.mutate(open.version, { onSuccess: () => { close(); compare(undefined, undefined); } }); }}
        >
          <Text>{t(configuration.data?.draft.changes ? "restore.replaces" : "restore.text", { count: configuration.data?.draft.changes ?? 0 })}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}
