import { Loader, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DeskCall } from "../../../api/work";
import { IconCheck } from "../../../ui/icons";
import classes from "../desk.module.css";

const order = ["dialling", "ringing", "talking"] as const;

/** How far the other side's phone is from being answered. */
export function CallProgress({ state, callback }: { state: DeskCall["state"]; callback: boolean }) {
  const { t } = useTranslation("desk");
  if (state === "whispering") return <Text c="dimmed" mt="sm">{t(callback ? "progress.whisperCallback" : "progress.whisper")}</Text>;
  const now = order.findIndex(step => step === state);
  return (
    <ol className={classes.steps} aria-label={t("progress.title")}>
      {order.map((step, index) => (
        <li key={step} data-state={index < now ? "done" : index === now ? "now" : "to-come"} aria-current={index === now ? "step" : undefined}>
          {index < now ? <IconCheck size={16} aria-hidden /> : index === now ? <Loader size={14} color="currentColor" aria-hidden /> : <span className={classes.dot} aria-hidden />}
          {t(`progress.${step}`)}
        </li>
      ))}
    </ol>
  );
}
