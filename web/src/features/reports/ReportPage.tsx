import { Alert, Button, Skeleton, Stack, Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useParams } from "react-router";
import { address } from "../../api/client";
import { reportKinds, useReport, type ReportKind } from "../../api/reports";
import { EmptyState } from "../../ui/EmptyState";
import { IconChartBar } from "../../ui/icons";
import { PageHeader } from "../../ui/PageHeader";
import classes from "../../ui/filters.module.css";
import { CsvButton } from "./CsvButton";
import { PeriodPicker } from "./PeriodPicker";
import { ReportChart } from "./ReportChart";
import { ReportFilters } from "./ReportFilters";
import { ReportTable } from "./ReportTable";
import { ReportTiles } from "./ReportTiles";
import { ScriptLinks } from "./ScriptLinks";
import { useReportQuery } from "./useReportQuery";

/** One of the reports, chosen by the address: figures, bars, and the table they are made of. */
export default function ReportPage() {
  const { report: word } = useParams();
  const kind = reportKinds.find(known => known === word);
  return kind ? <OneReport key={kind} kind={kind} /> : <Navigate to={`/reports/${reportKinds[0]}`} replace />;
}

function OneReport({ kind }: { kind: ReportKind }) {
  const { t } = useTranslation("reports");
  const navigate = useNavigate();
  const query = useReportQuery();
  const asked = { ...query.span, ...(query.interval === "none" ? {} : { interval: query.interval }), ...query.filters };
  const { data, error, isPlaceholderData } = useReport(kind, asked);
  return (
    <>
      <PageHeader title={t("title")} about={t(`about.${kind}`)}>
        <CsvButton path={address(`/reports/${kind}.csv`, asked)} name={`${kind}-${query.span.from}.csv`} />
      </PageHeader>
      <Stack gap="md">
        <Tabs value={kind} onChange={next => void navigate(`/reports/${next ?? kind}?${commonPart(query.search)}`)}>
          <Tabs.List aria-label={t("title")} className={classes.tabs ?? ""}>{reportKinds.map(name => <Tabs.Tab key={name} value={name}>{t(`kinds.${name}`)}</Tabs.Tab>)}</Tabs.List>
        </Tabs>
        <div className={classes.filters}>
          <PeriodPicker query={query} byInterval />
          <ReportFilters kind={kind} query={query} />
        </div>
        {error && <Alert color="red" role="alert" title={t("failed")}>{error.message}</Alert>}
        {!error && !data && <Skeleton height={320} radius="lg" aria-label={t("loading")} />}
        {data?.rows.length === 0 && !error && (
          <EmptyState
            icon={IconChartBar} title={t("none")} next={t("noneNext")}
            action={query.period !== "month" && <Button variant="default" onClick={() => { query.set({ period: "month", interval: undefined }); }}>{t("showMonth")}</Button>}
          />
        )}
        {data && data.rows.length > 0 && !error && (
          <Stack gap="md" aria-busy={isPlaceholderData} opacity={isPlaceholderData ? 0.6 : 1}>
            <ReportTiles kind={kind} report={data} />
            <ReportChart kind={kind} report={data} interval={query.interval} />
            {kind === "scripts" && <ScriptLinks report={data} search={query.search} />}
            <ReportTable key={query.search} report={data} interval={query.interval} label={t(`kinds.${kind}`)} />
          </Stack>
        )}
      </Stack>
    </>
  );
}

/** What stays when another report is chosen: the time. A queue of one is no queue of the other. */
function commonPart(search: string) {
  const query = new URLSearchParams(search);
  ["queue", "agent", "channel"].forEach(filter => { query.delete(filter); });
  return query.toString();
}
