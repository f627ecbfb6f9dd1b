import { Alert, Button, Group, Paper, SegmentedControl, Stack, Text } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { watchModes, type WatchMode } from "../../../api/watches";
import { Elapsed } from "../../../ui/Elapsed";
import { IconEar } from "../../../ui/icons";
import { tellDone } from "../../../ui/toast";
import { LevelMeter } from "../../phone/LevelMeter";
import { usePhone } from "../../phone/PhoneContext";
import { PhoneNotices } from "../../phone/PhoneNotices";
import { useWatch } from "./useWatch";
import type { Watched } from "./WatchContext";
import classes from "./WatchDock.module.css";

/** In a corner of every page while one is at an agent's call: who hears whom, and how to change it. */
export function WatchDock({ agent, onEnd }: { agent: Watched; onEnd: () => void }) {
  const { t } = useTranslation(["supervision", "phone"]);
  const { state, inBrowser, watch, error, change } = useWatch(agent.agent);
  const { phone, call } = usePhone();
  useEffect(() => {
    if (state !== "over") return;
    tellDone(t("watch.over", { name: agent.name }));
    onEnd();
  }, [state, agent.name, onEnd, t]);
  const mode = watch?.mode ?? "listen";
  const said = state === "joined" ? `watch.who.${mode}` : state === "ringing" && !inBrowser ? "watch.pickUp" : call && state === "phone" ? "watch.busy" : "watch.connecting";
  return (
    <Paper className={classes.dock ?? ""} component="section" shadow="lg" p="md" aria-label={t("watch.title", { name: agent.name })} data-watch={state === "joined" ? mode : state}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Group gap={8} wrap="nowrap"><IconEar size={20} aria-hidden /><Text fw={620}>{agent.name}</Text></Group>
          {watch?.answeredAt && <Text span c="dimmed" className="figures"><Elapsed at={watch.answeredAt} clock /></Text>}
        </Group>
        {inBrowser && <PhoneNotices />}
        {error ? <Alert color="red" role="alert" title={t("watch.failed")}>{error.message}</Alert> : <Text size="sm" role="status">{t(said)}</Text>}
        {state === "joined" && (
          <>
            <SegmentedControl
              fullWidth aria-label={t("watch.how")} value={mode} onChange={value => { change(value as WatchMode); }}
              data={watchModes.map(value => ({ value, label: t(`watch.${value}`) }))}
            />
            {mode !== "listen" && inBrowser && <LevelMeter stream={phone?.voice ?? null} label={t("phone:level")} />}
          </>
        )}
        <Button variant="default" onClick={onEnd}>{t(error ? "watch.close" : "watch.end")}</Button>
      </Stack>
    </Paper>
  );
}
