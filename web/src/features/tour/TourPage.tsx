import { Alert, Button, Center, Group, Loader, Paper, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../../ui/EmptyState";
import { IconCheck, IconCircleCheck, IconExternalLink } from "../../ui/icons";
import { PageHeader } from "../../ui/PageHeader";
import { steps, type Step } from "./journey";
import { fictitious } from "./numbers";
import classes from "./tour.module.css";
import { useJourney } from "./useJourney";

/** The pages that the tour opens beside itself, once each: asked for again they come to the front. */
const beside = { phone: "rappel-customer", desk: "rappel-nurse" };
/** Clocks of the server and of this device may differ a little. */
const SLACK = 5_000;

/** The first ten minutes: be the customer in one tab and the nurse in another, and see what the server makes of it. */
export default function TourPage() {
  const { t } = useTranslation("tour");
  const [since, setSince] = useState(() => Date.now() - SLACK);
  const { journey, nurse, loaded } = useJourney(fictitious, since);
  if (!loaded) return <><PageHeader title={t("title")} /><Center h="30vh"><Loader /></Center></>;
  if (!nurse) return <><PageHeader title={t("title")} /><EmptyState title={t("nobody.title")} next={t("nobody.next")} action={<Button component={Link} to="/config/overview">{t("nobody.go")}</Button>} /></>;
  const phone = `/try/phone?number=${encodeURIComponent(fictitious)}`;
  const desk = `/desk/${encodeURIComponent(nurse.agent)}`;
  const button = (path: string, name: string, words: string, filled: boolean) => (
    <Button variant={filled ? "filled" : "default"} rightSection={<IconExternalLink size={16} />} onClick={() => { window.open(path, name); }}>{words}</Button>
  );
  const now = journey.now === null ? steps.length : steps.indexOf(journey.now);
  const atDesk = journey.now === "available" || journey.now === "accept";
  return (
    <>
      <PageHeader title={t("title")} about={t("about", { name: nurse.name })} />
      <Stack maw={760}>
        <Group gap="sm">
          {button(phone, beside.phone, t("open.phone"), journey.now !== null && !atDesk)}
          {button(desk, beside.desk, t("open.desk", { name: nurse.name }), atDesk)}
        </Group>
        {journey.aside && <Alert color="yellow" role="status">{t(`aside.${journey.aside}`, { name: nurse.name })}</Alert>}
        <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={t("steps.title")}>
          <ol className={classes.steps} data-now={journey.now ?? "done"}>
            {steps.map((step, index) => <TourStep key={step} step={step} serial={index + 1} state={index < now ? "done" : index === now ? "now" : "to-come"} name={nurse.name} />)}
          </ol>
        </Paper>
        {journey.now === null && (
          <Alert color="green" icon={<IconCircleCheck size={18} />} title={t("done.title")} role="status">
            <Text size="sm" mb="sm">{t("done.next")}</Text>
            <Group gap="sm">
              <Button component={Link} to="/board" size="xs">{t("done.board")}</Button>
              <Button component={Link} to="/config/scripts" size="xs" variant="default">{t("done.script")}</Button>
              <Button size="xs" variant="default" onClick={() => { setSince(Date.now()); }}>{t("done.again")}</Button>
            </Group>
          </Alert>
        )}
      </Stack>
    </>
  );
}

function TourStep({ step, serial, state, name }: { step: Step; serial: number; state: "done" | "now" | "to-come"; name: string }) {
  const { t } = useTranslation("tour");
  return (
    <li data-state={state} aria-current={state === "now" ? "step" : undefined}>
      <ThemeIcon size={28} radius="xl" variant={state === "to-come" ? "light" : "filled"} color={state === "to-come" ? "gray" : "evergreen"}>
        {state === "done" ? <IconCheck size={16} /> : <Text size="sm" fw={600}>{serial}</Text>}
      </ThemeIcon>
      <div>
        <Title order={2} size="h4">{t(`steps.${step}.title`, { name })}{state === "done" && <span className="unseen">, {t("steps.done")}</span>}</Title>
        {state !== "done" && <Text size="sm" c="dimmed">{t(`steps.${step}.what`, { name })}</Text>}
      </div>
    </li>
  );
}
