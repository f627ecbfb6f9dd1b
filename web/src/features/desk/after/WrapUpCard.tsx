import { Alert, Button, Group, Paper, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { WrapUp } from "../../../api/work";
import { CustomerFacts } from "../customer/CustomerFacts";
import { CustomerHead } from "../customer/CustomerHead";
import classes from "../desk.module.css";
import { useDesk } from "../DeskContext";
import { CountdownRing } from "../offer/CountdownRing";
import { useDeskEvent } from "../shortcuts/deskEvents";
import { Timer } from "../Timer";
import { CodeChoice } from "./CodeChoice";
import { NoteField } from "./NoteField";
import { OutcomeChoice } from "./OutcomeChoice";
import { useNote } from "./useNote";

const SECOND = 1_000;
const MORE = 60;

/** After a call: what it was about, what became of it, and the time for that. */
export function WrapUpCard({ wrapUp }: { wrapUp: WrapUp }) {
  const { t } = useTranslation("desk");
  const { deeds, work: { callback, interaction } } = useDesk();
  const { note, setNote, take } = useNote(wrapUp.note);
  const finish = () => { deeds.changeWrapUp({ finish: true, ...take() }); };
  useDeskEvent("finish", () => { if (!wrapUp.holds) finish(); });
  useDeskEvent("extend", () => { deeds.changeWrapUp({ extendSeconds: MORE }); });
  const seconds = wrapUp.deadline ? (Date.parse(wrapUp.deadline) - Date.parse(wrapUp.since)) / SECOND : 0;
  return (
    <Paper className={classes.wrapUp ?? ""} p={{ base: "md", sm: "lg" }} component="section" aria-label={t("wrapUp.title")} data-wrap-up>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <CustomerHead
            kind={t("wrapUp.title")} number={callback?.number ?? interaction?.caller ?? null} name={callback?.name ?? null}
            queueName={callback?.queueName ?? null} language={callback?.language ?? interaction?.language ?? null}
          />
          <Text c="dimmed" size="sm">{t(wrapUp.holds ? "wrapUp.holds" : wrapUp.deadline ? "wrapUp.ends" : "wrapUp.waits")}</Text>
        </div>
        {wrapUp.deadline && !wrapUp.holds ? <CountdownRing deadline={wrapUp.deadline} seconds={seconds} label={t("wrapUp.left")} /> : <Timer since={wrapUp.since} />}
      </Group>
      <CustomerFacts callback={callback} interaction={interaction} />
      <NoteField note={note} onWrite={setNote} />
      <CodeChoice codes={wrapUp.codes} />
      {wrapUp.outcomes.length > 0 && <OutcomeChoice outcomes={wrapUp.outcomes} chosen={wrapUp.outcome ?? null} />}
      {wrapUp.holds && <Alert color="yellow" mt="md">{t("wrapUp.codeNeeded")}</Alert>}
      <Group mt="md" gap="sm">
        <Button size="md" disabled={wrapUp.holds} onClick={finish} aria-keyshortcuts="f">{t("wrapUp.finish")}</Button>
        {wrapUp.deadline && <Button size="md" variant="default" onClick={() => { deeds.changeWrapUp({ extendSeconds: MORE }); }} aria-keyshortcuts="x">{t("wrapUp.extend")}</Button>}
      </Group>
    </Paper>
  );
}
