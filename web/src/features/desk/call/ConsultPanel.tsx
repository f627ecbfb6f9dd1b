import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Consult } from "../../../api/work";
import { Tag } from "../../../ui/Tag";
import classes from "../desk.module.css";
import { useDesk } from "../DeskContext";

/** Whom the agent asks while the customer waits, and what may follow. */
export function ConsultPanel({ consult, may }: { consult: Consult; may: string[] }) {
  const { t, i18n } = useTranslation("desk");
  const { deeds } = useDesk();
  const why = consult.why && i18n.exists(`consult.why.${consult.why}`, { ns: "desk" }) ? t(`consult.why.${consult.why}`) : consult.why;
  // They spoke, and the other one hung up.
  const over = consult.why === "ended";
  const tone = over ? "plain" : consult.state === "failed" ? "bad" : consult.state === "talking" || consult.state === "joined" ? "good" : "warn";
  const deed = (name: "complete" | "swap" | "join" | "cancel", act: () => void) => may.includes(`consult/${name}`) && (
    <Button size="xs" variant={name === "complete" ? "filled" : "default"} onClick={act}>{t(`consult.${name}`)}</Button>
  );
  return (
    <section className={classes.consult} aria-label={t("consult.title")}>
      <Group gap={8}>
        <Text fw={600}>{consult.targetName}</Text>
        <Tag tone={tone}>{t(over ? "consult.over" : `consult.states.${consult.state}`)}</Tag>
        {why && <Text size="sm" c="dimmed">{why}</Text>}
      </Group>
      <Group gap={8}>
        {deed("complete", deeds.completeConsult)}
        {deed("swap", deeds.swapConsult)}
        {deed("join", deeds.joinConsult)}
        {deed("cancel", deeds.cancelConsult)}
      </Group>
    </section>
  );
}
