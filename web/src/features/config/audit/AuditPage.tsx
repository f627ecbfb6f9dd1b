import { Alert, Button, Group, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAudit, type AuditEntry } from "../../../api/people";
import { EmptyState } from "../../../ui/EmptyState";
import { IconListDetails } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { DataTable } from "../../../ui/table/DataTable";
import { momentInFull, momentInWords } from "../../../ui/words";
import { AuditChange } from "./AuditChange";

const PAUSE = 300;
const empty = { who: "", subject: "", from: "", to: "" };

/** Midnight at the beginning of a day, on the clock of whoever looks; `after` so many days. */
function midnight(day: string, after = 0) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + after).toISOString();
}

/** Who changed what, and when. */
export default function AuditPage() {
  const { t, i18n } = useTranslation("people");
  const [typed, setTyped] = useState(empty);
  const [filter] = useDebouncedValue(typed, PAUSE);
  const [trail, setTrail] = useState<string[]>([]);
  const { data, error } = useAudit({
    ...(filter.who ? { who: filter.who } : {}), ...(filter.subject ? { subject: filter.subject } : {}),
    ...(filter.from ? { from: midnight(filter.from) } : {}), ...(filter.to ? { to: midnight(filter.to, 1) } : {}),
  }, trail.at(-1));
  const field = (name: keyof typeof empty) => ({
    label: t(`audit.${name}`), value: typed[name], style: { flex: "1 1 150px" },
    onChange: (event: { currentTarget: { value: string } }) => { setTrail([]); setTyped({ ...typed, [name]: event.currentTarget.value }); },
  });
  const action = (word: string) => (i18n.exists(`actions.${word}`, { ns: "people" }) ? t(`actions.${word}`) : word);
  return (
    <>
      <PageHeader title={t("shell:nav.audit")} about={t("audit.about")} />
      <Group mb="md" gap="sm" align="flex-end">
        <TextInput {...field("who")} autoCapitalize="none" />
        <TextInput {...field("subject")} placeholder="users/marie" autoCapitalize="none" />
        <TextInput {...field("from")} type="date" />
        <TextInput {...field("to")} type="date" />
      </Group>
      {error && !data && <Alert color="red" role="alert">{error.message}</Alert>}
      {data?.items.length === 0 && trail.length === 0 ? <EmptyState icon={IconListDetails} title={t("audit.none")} next={t("audit.noneNext")} /> : (
        <DataTable<AuditEntry>
          label={t("shell:nav.audit")} rows={data?.items} rowKey={entry => entry.id}
          columns={[
            { id: "at", title: t("audit.at"), cell: entry => <time dateTime={entry.at} title={momentInFull(entry.at)}>{momentInWords(entry.at)}</time> },
            { id: "who", title: t("audit.who"), cell: entry => <strong>{entry.who}</strong> },
            { id: "action", title: t("audit.action"), cell: entry => action(entry.action) },
            { id: "subject", title: t("audit.subject"), cell: entry => entry.subject },
            { id: "address", title: t("audit.address"), cell: entry => entry.address },
            { id: "change", title: t("audit.change"), deeds: true, cell: entry => (entry.before !== null || entry.after !== null) && <AuditChange entry={entry} /> },
          ]}
        />
      )}
      {(trail.length > 0 || data?.next) && (
        <Group justify="flex-end" mt="sm" gap="xs">
          <Button variant="default" size="xs" disabled={trail.length === 0} onClick={() => { setTrail(trail.slice(0, -1)); }}>{t("audit.newer")}</Button>
          <Button variant="default" size="xs" disabled={!data?.next} onClick={() => { if (data?.next) setTrail([...trail, String(data.next)]); }}>{t("audit.older")}</Button>
        </Group>
      )}
    </>
  );
}
