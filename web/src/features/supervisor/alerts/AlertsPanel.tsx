import { Alert as Notice, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAlerts, type Alert } from "../../../api/alerts";
import { Elapsed } from "../../../ui/Elapsed";
import { IconAlertTriangle } from "../../../ui/icons";
import { lengthInWords } from "../../../ui/words";

const waits: readonly Alert["measure"][] = ["longest-wait", "callbacks-oldest"];

/** What wants attention now, above everything else. */
export function AlertsPanel({ queueNames }: { queueNames: ReadonlyMap<string, string> }) {
  const { t } = useTranslation("alerts");
  const { t: words } = useTranslation("board");
  const alerts = useAlerts().data?.items ?? [];
  const figure = ({ measure }: Alert, n: number) => (waits.includes(measure) ? lengthInWords(n * 1000, words) : measure === "service-level" ? `${String(n)} %` : String(n));
  const told = (alert: Alert) => t(alert.above === null ? "below" : "above", {
    measure: t(`measures.${alert.measure}`), figure: alert.figure === null ? "–" : figure(alert, alert.figure), threshold: figure(alert, alert.above ?? alert.below ?? 0),
  });
  return (
    <section aria-label={t("title")} hidden={alerts.length === 0}>
      <Stack gap="xs" role="alert">
        {alerts.map(alert => (
          <Notice key={alert.alert} color="red" icon={<IconAlertTriangle />} title={alert.name}>
            <Text size="sm" className="figures">
              {[alert.queue && (queueNames.get(alert.queue) ?? alert.queue), told(alert)].filter(Boolean).join(" · ")} · {t("since")} <Elapsed at={alert.since} clock />
            </Text>
          </Notice>
        ))}
      </Stack>
    </section>
  );
}
