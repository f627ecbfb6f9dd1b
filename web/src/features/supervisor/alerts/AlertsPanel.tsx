import { ActionIcon, Alert as Notice, Group, Stack, Text, Tooltip } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useAlerts, type Alert } from "../../../api/alerts";
import { Elapsed } from "../../../ui/Elapsed";
import { IconAlertTriangle, IconBell, IconBellOff } from "../../../ui/icons";
import { lengthInWords } from "../../../ui/words";
import { useAlertSound } from "./useAlertSound";

const waits: readonly Alert["measure"][] = ["longest-wait", "callbacks-oldest"];

/** What wants attention now, above everything else. The sound is each person's own choice, on this device. */
export function AlertsPanel({ queueNames }: { queueNames: ReadonlyMap<string, string> }) {
  const { t } = useTranslation("alerts");
  const { t: words } = useTranslation("board");
  const alerts = useAlerts().data?.items ?? [];
  const [withSound, setWithSound] = useLocalStorage({ key: "rappel.alertSound", defaultValue: false });
  useAlertSound(alerts, withSound);
  const figure = ({ measure }: Alert, n: number) => (waits.includes(measure) ? lengthInWords(n * 1000, words) : measure === "service-level" ? `${String(n)} %` : String(n));
  const told = (alert: Alert) => t(alert.above === null ? "below" : "above", {
    measure: t(`measures.${alert.measure}`), figure: alert.figure === null ? "–" : figure(alert, alert.figure), threshold: figure(alert, alert.above ?? alert.below ?? 0),
  });
  return (
    <section aria-label={t("title")}>
      <Stack gap="xs" role="alert">
        {alerts.map(alert => (
          <Notice key={alert.alert} color="red" icon={<IconAlertTriangle />} title={alert.name}>
            <Text size="sm" className="figures">
              {[alert.queue && (queueNames.get(alert.queue) ?? alert.queue), told(alert)].filter(Boolean).join(" · ")} · {t("since")} <Elapsed at={alert.since} clock />
            </Text>
          </Notice>
        ))}
      </Stack>
      <Group justify="flex-end" mt={alerts.length > 0 ? "xs" : 0}>
        <Text size="sm" c="dimmed">{alerts.length === 0 ? t("none") : ""}</Text>
        <Tooltip label={t(withSound ? "silence" : "sound")}>
          <ActionIcon variant="default" aria-pressed={withSound} aria-label={t("sound")} onClick={() => { setWithSound(!withSound); }}>
            {withSound ? <IconBell size={18} /> : <IconBellOff size={18} />}
          </ActionIcon>
        </Tooltip>
      </Group>
    </section>
  );
}
