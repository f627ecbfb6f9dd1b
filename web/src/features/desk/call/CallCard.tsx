import { Group, Paper, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DeskCall } from "../../../api/work";
import { Tag, type Tone } from "../../../ui/Tag";
import { CustomerFacts } from "../customer/CustomerFacts";
import { CustomerHead } from "../customer/CustomerHead";
import classes from "../desk.module.css";
import { useDesk } from "../DeskContext";
import { Timer } from "../Timer";
import { CallControls } from "./CallControls";
import { CallProgress } from "./CallProgress";
import { ConsultPanel } from "./ConsultPanel";
import { DuringCall } from "./DuringCall";
import { Reconnecting } from "./Reconnecting";

const tones: Record<DeskCall["state"], Tone> = { whispering: "plain", dialling: "warn", ringing: "warn", talking: "good", held: "warn", reconnecting: "warn", ended: "plain" };

/** What the agent is in: with whom, how it stands, and what can be done with it. */
export function CallCard({ call }: { call: DeskCall }) {
  const { t } = useTranslation("desk");
  const { work } = useDesk();
  const kind = t(`offer.kinds.${call.kind}`);
  const onTheWay = call.state === "dialling" || call.state === "ringing" || call.state === "whispering";
  return (
    <Paper className={classes.call ?? ""} p={{ base: "md", sm: "lg" }} component="section" aria-label={kind} data-call={call.state}>
      <Group justify="space-between" align="flex-start">
        <CustomerHead kind={kind} number={call.number} name={call.name} queueName={call.queueName} language={call.language} />
        <Group gap={8} role="status">
          <Tag tone={tones[call.state]}>{t(`call.states.${call.state}`)}</Tag>
          <Timer since={call.state === "talking" ? call.answeredAt ?? call.since : call.since} />
        </Group>
      </Group>
      {onTheWay && <CallProgress state={call.state} callback={call.kind === "callback"} />}
      {call.recording && <Text size="sm" c="dimmed" mt={4}>{t(`call.recordings.${call.recording}`)}</Text>}
      {call.watchedBy && <Text size="sm" fw={600} mt={4}>{t("call.barge")}</Text>}
      {call.state === "reconnecting" && <Reconnecting />}
      <CallControls call={call} />
      {call.consult && <ConsultPanel consult={call.consult} may={call.may} />}
      <CustomerFacts callback={work.callback} interaction={work.interaction} until={call.answeredAt} />
      {work.said && <DuringCall said={work.said} />}
    </Paper>
  );
}
