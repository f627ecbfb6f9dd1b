import { NumberInput, SegmentedControl, Select, SimpleGrid, Switch, TextInput } from "@mantine/core";
import type { Dispatch } from "react";
import { ReferenceSelect } from "../../../../ui/fields/ReferenceSelect";
import { useWording } from "../words";
import type { Figures, Session, SessionAction, Setup } from "./session";

interface Props {
  readonly session: Session;
  readonly at: number;
  readonly dispatch: Dispatch<SessionAction>;
}

/** Who calls, when and where, which begins the call anew; and the figures of the queue, which change while it goes on. */
export function TrialSettings({ session, at, dispatch }: Props) {
  const { t } = useWording();
  const { setup, figures } = session;
  const put = (changes: Partial<Setup>): void => { dispatch({ kind: "setup", setup: { ...setup, ...changes } }); };
  const tell = (changes: Partial<Figures>): void => { dispatch({ kind: "figures", figures: { ...figures, ...changes }, at }); };
  const whole = (name: "position" | "waiting" | "agentsLoggedIn" | "agentsFree" | "callbackPosition", min = 0) => (
    <NumberInput
      label={t(`trial.figures.${name}`)} min={min} max={1_000} allowDecimal={false} value={figures[name]}
      onChange={(value) => { if (typeof value === "number") { tell({ [name]: Math.max(value, min) }); } }}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
      <SegmentedControl
        aria-label={t("trial.begins")} value={setup.entry} style={{ gridColumn: "1 / -1" }}
        data={[{ value: "main", label: t("entries.main.title") }, { value: "inQueue", label: t("entries.inQueue.title") }]}
        onChange={(entry) => { put({ entry: entry === "inQueue" ? "inQueue" : "main" }); }}
      />
      <TextInput label={t("trial.caller")} type="tel" disabled={setup.withheld} value={setup.caller} onChange={(event) => { put({ caller: event.currentTarget.value }); }} />
      <Switch label={t("trial.withheld")} checked={setup.withheld} mt="xl" onChange={(event) => { put({ withheld: event.currentTarget.checked }); }} />
      <ReferenceSelect compact label={t("trial.channel")} to={["channels"]} value={setup.channel || undefined} placeholder={t("trial.anyChannel")} onChange={(channel) => { put({ channel: channel ?? "" }); }} />
      <Select
        label={t("trial.language")} clearable placeholder={t("trial.channelLanguage")} value={setup.language || null}
        data={["fr", "en"].map((language) => ({ value: language, label: t(`languages.${language}`) }))} onChange={(language) => { put({ language: language ?? "" }); }}
      />
      <TextInput label={t("trial.at")} type="datetime-local" value={setup.at} onChange={(event) => { put({ at: event.currentTarget.value }); }} />
      {whole("position", 1)}
      <NumberInput
        label={t("trial.figures.expectedWait")} min={0} max={240} placeholder={t("trial.unknown")} value={figures.expectedWaitSeconds === null ? "" : figures.expectedWaitSeconds / 60}
        onChange={(minutes) => { tell({ expectedWaitSeconds: typeof minutes === "number" ? Math.round(minutes * 60) : null }); }}
      />
      {whole("waiting")}
      {whole("agentsLoggedIn")}
      {whole("agentsFree")}
      <Switch label={t("trial.figures.callbackPending")} checked={figures.callbackPending} mt="xl" onChange={(event) => { tell({ callbackPending: event.currentTarget.checked }); }} />
      {figures.callbackPending && whole("callbackPosition", 1)}
    </SimpleGrid>
  );
}
