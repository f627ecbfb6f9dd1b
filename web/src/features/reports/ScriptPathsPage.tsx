import { Alert, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useScriptPaths, type ScriptPaths } from "../../api/reports";
import { EmptyState } from "../../ui/EmptyState";
import { IconBinaryTree2 } from "../../ui/icons";
import { PageHeader } from "../../ui/PageHeader";
import filters from "../../ui/filters.module.css";
import { PeriodPicker } from "./PeriodPicker";
import { ScriptPathTree } from "./ScriptPathTree";
import { useReportQuery } from "./useReportQuery";

/** How many callers took which way through a script. */
export default function ScriptPathsPage() {
  const { t } = useTranslation("reports");
  const { script = "" } = useParams();
  const query = useReportQuery();
  const { data, error } = useScriptPaths(script, query.span);
  return (
    <>
      <PageHeader title={data?.name ?? script} about={t("pathsAbout")} above={[{ title: t("kinds.scripts"), to: `/reports/scripts?${query.search}` }]} />
      <Stack gap="lg">
        <div className={filters.filters}><PeriodPicker query={query} /></div>
        {error && <Alert color="red" role="alert" title={t("failed")}>{error.message}</Alert>}
        {!data && !error && <Skeleton height={280} radius="lg" aria-label={t("loading")} />}
        {data && <Parts paths={data} />}
      </Stack>
    </>
  );
}

function Parts({ paths }: { paths: ScriptPaths }) {
  const { t } = useTranslation("reports");
  if (paths.main.callers + paths.inQueue.callers + paths.elsewhere.length === 0) {
    return <EmptyState icon={IconBinaryTree2} title={t("noCallers")} next={t("noneNext")} />;
  }
  return (
    <>
      {(["main", "inQueue"] as const).filter(part => paths[part].callers > 0).map(part => (
        <section key={part} aria-labelledby={`part-${part}`}>
          <Title order={2} id={`part-${part}`} mb="xs">
            {t(`parts.${part}`)} <Text span c="dimmed" fw={400} className="figures">{t("callers", { count: paths[part].callers })}</Text>
          </Title>
          <ScriptPathTree nodes={paths[part].objects} label={t(`parts.${part}`)} />
        </section>
      ))}
      {paths.elsewhere.length > 0 && (
        <section aria-labelledby="part-elsewhere">
          <Title order={2} id="part-elsewhere" mb="xs">{t("parts.elsewhere")}</Title>
          <ScriptPathTree nodes={paths.elsewhere} label={t("parts.elsewhere")} />
        </section>
      )}
    </>
  );
}
