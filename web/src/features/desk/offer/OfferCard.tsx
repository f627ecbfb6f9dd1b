import { Button, Group, Paper, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Offer } from "../../../api/work";
import { IconPhone, IconPhoneOff } from "../../../ui/icons";
import { phoneInWords } from "../../../ui/words";
import { usePhone } from "../../phone/PhoneContext";
import { CustomerFacts } from "../customer/CustomerFacts";
import { CustomerHead } from "../customer/CustomerHead";
import classes from "../desk.module.css";
import { useDesk } from "../DeskContext";
import { CountdownRing } from "./CountdownRing";
import { useAlarm } from "./useAlarm";

/** Work that is offered: it cannot be missed, and tells what an agent should know before taking it. */
export function OfferCard({ offer }: { offer: Offer }) {
  const { t } = useTranslation("desk");
  const { deeds, inBrowser, work } = useDesk();
  const { phone, call } = usePhone();
  const kind = t(`offer.kinds.${offer.kind}`);
  useAlarm(kind, [offer.name, phoneInWords(offer.number)].filter(Boolean).join(" · "));
  const rings = call?.state === "rings";
  const waits = inBrowser && !rings;
  // What a colleague asks for, or hands over, is no offer of a queue: rejecting it changes nothing of the status.
  const isOfQueue = offer.id.startsWith("o-");
  return (
    <Paper className={classes.offer ?? ""} p={{ base: "md", sm: "lg" }} component="section" aria-label={kind} data-offer={offer.id}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <CustomerHead kind={kind} number={offer.number} name={offer.name} queueName={offer.queueName} language={offer.language} />
        <CountdownRing deadline={offer.deadline} seconds={offer.seconds} label={t("offer.left")} />
      </Group>
      {!inBrowser && <Text fw={600} mt="md">{t(offer.ringing ? "offer.deskPhone" : "offer.reserved")}</Text>}
      {waits && <Text size="sm" c="dimmed" mt="md" role="status">{t(call?.state === "answering" ? "offer.answering" : offer.ringing ? "offer.comes" : "offer.reserved")}</Text>}
      <Group mt="md" gap="sm" className={classes.deeds ?? ""}>
        {inBrowser && (
          <Button size="lg" leftSection={<IconPhone size={20} />} disabled={!rings} onClick={() => { void phone?.answer(); }} aria-keyshortcuts="a">{t("offer.accept")}</Button>
        )}
        {offer.mayReject && (
          <Button size="lg" variant="default" leftSection={<IconPhoneOff size={20} />} onClick={deeds.reject} aria-keyshortcuts="r">{t("offer.reject")}</Button>
        )}
      </Group>
      {offer.mayReject && <Text size="sm" c="dimmed" mt={6}>{t(isOfQueue ? "offer.rejectMeans" : "offer.rejectTells")}</Text>}
      <CustomerFacts callback={work.callback} interaction={work.interaction} until={null} />
    </Paper>
  );
}
