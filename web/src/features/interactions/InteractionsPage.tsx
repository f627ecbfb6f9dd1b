import { Alert, Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { address } from "../../api/client";
import { useFoundInteractions, type Interaction } from "../../api/interactions";
import { EmptyState } from "../../ui/EmptyState";
import { IconHistory } from "../../ui/icons";
import { PageHeader } from "../../ui/PageHeader";
import { DataTable } from "../../ui/table/DataTable";
import { lengthInWords, momentInFull, momentInWords, phoneInWords } from "../../ui/words";
import { CsvButton } from "../reports/CsvButton";
import { PeriodPicker } from "../reports/PeriodPicker";
import { useNameOf } from "../reports/useNames";
import { useReportQuery } from "../reports/useReportQuery";
import { InteractionFilters } from "./InteractionFilters";
import { useInteractionFilters } from "./useInteractionFilters";
import classes from "../../ui/filters.module.css";
import { useOutcome } from "./useOutcome";

/** Every call, callback and message of a time, to be searched. */
export default function InteractionsPage() {
  const { t } = useTranslation("interactions");
  const { t: board } = useTranslation("board");
  const outcome = useOutcome();
  const name = useNameOf();
  const query = useReportQuery();
  const filters = useInteractionFilters(query);
  const asked = { ...query.span, ...filters };
  // The pages before this one, as long as nothing else is asked.
  const what = JSON.stringify(asked);
  const [trail, setTrail] = useState<{ what: string; ids: string[] }>({ what, ids: [] });
  const ids = trail.what === what ? trail.ids : [];
  const { data, error } = useFoundInteractions(asked, ids.at(-1));
  return (
    <>
      <PageHeader title={t("title")} about={t("about")}><CsvButton path={address("/interactions", asked)} name={`interactions-${query.span.from}.csv`} /></PageHeader>
      <Stack gap="md">
        <div className={classes.filters}><PeriodPicker query={query} /><InteractionFilters query={query} filters={filters} /></div>
        {error && <Alert color="red" role="alert" title={t("failed")}>{error.message}</Alert>}
        {data?.items.length === 0 && ids.length === 0
          ? <EmptyState icon={IconHistory} title={t("none")} next={t("noneNext")} />
          : (
            <DataTable<Interaction>
              label={t("title")} rows={data?.items} rowKey={record => record.id} place={record => `/interactions/${record.id}`}
              columns={[
                { id: "at", title: t("began"), cell: record => <time dateTime={record.startedAt} title={momentInFull(record.startedAt)}>{momentInWords(record.startedAt)}</time> },
                { id: "kind", title: t("kind"), cell: record => board(`interactionKinds.${record.kind}`) },
                { id: "caller", title: t("caller"), cell: record => phoneInWords(record.caller) || t("withheld") },
                { id: "queue", title: t("queue"), cell: record => name("queue", record.queue) },
                { id: "agent", title: t("agent"), cell: record => name("agent", record.agent) },
                { id: "outcome", title: t("outcome"), cell: record => (record.endedAt ? outcome(record.outcome) : t("goesOn")) },
                { id: "length", title: t("length"), figure: true, cell: record => record.endedAt && lengthInWords(Date.parse(record.endedAt) - Date.parse(record.startedAt), board) },
              ]}
            />
          )}
        {(ids.length > 0 || data?.next) && (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" size="xs" disabled={ids.length === 0} onClick={() => { setTrail({ what, ids: ids.slice(0, -1) }); }}>{t("newer")}</Button>
            <Button variant="default" size="xs" disabled={!data?.next} onClick={() => { if (data?.next) setTrail({ what, ids: [...ids, data.next] }); }}>{t("older")}</Button>
          </Group>
        )}
      </Stack>
    </>
  );
}
