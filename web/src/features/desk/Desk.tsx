import { Alert, Center, Loader, Stack } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useDeskDeeds, useWork } from "../../api/work";
import { tellFailed } from "../../ui/toast";
import { PhoneNotices } from "../phone/PhoneNotices";
import classes from "./desk.module.css";
import { DeskContext } from "./DeskContext";
import { DeskLists } from "./lists/DeskLists";
import { PhonePanel } from "./PhonePanel";
import { StatusBar } from "./StatusBar";
import { TodayPanel } from "./TodayPanel";
import { useAskForLists } from "./useAskForLists";
import { useAskForWork } from "./useAskForWork";
import { WorkCard } from "./WorkCard";
import { DeskShortcuts } from "./shortcuts/DeskShortcuts";

interface Props {
  agent: string;
  inBrowser: boolean;
  setInBrowser: (inBrowser: boolean) => void;
}

/** Everything an agent works with: what there is to do now in the middle, the phone and the day beside it. */
export function Desk({ agent, inBrowser, setInBrowser }: Props) {
  const { t } = useTranslation("desk");
  const { data: work, error } = useWork(agent);
  const deeds = useDeskDeeds(agent);
  useAskForWork(agent);
  useAskForLists(agent, work);
  useEffect(() => { if (deeds.error) tellFailed(t("failed"), deeds.error); }, [deeds.error, t]);
  useEffect(() => { document.title = `${t("title")} · Rappel`; }, [t]);

  if (!work) return error ? <Alert color="red" role="alert">{error.message}</Alert> : <Center h="50vh"><Loader /></Center>;
  return (
    <DeskContext value={{ agent, work, deeds, inBrowser, setInBrowser }}>
      <h1 className="unseen">{t("title")}: {work.name}</h1>
      <StatusBar />
      <Stack gap="sm" mb="md">{inBrowser && <PhoneNotices />}</Stack>
      <div className={classes.columns}>
        <div className={classes.main}><WorkCard /><DeskLists /></div>
        <aside className={classes.side} aria-label={t("beside")}><PhonePanel /><TodayPanel /></aside>
      </div>
      <DeskShortcuts />
    </DeskContext>
  );
}
