import { Button, Group, Paper, Progress, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { listPlace, newPlace } from "../../../app/places";
import { IconCheck } from "../../../ui/icons";
import styles from "./checklist.module.css";
import type { SetupStep, StepName } from "./steps";

interface Props {
  steps: SetupStep[];
}

function placeOf(name: StepName, done: boolean): string | null {
  if (name === "tenant") return null;
  if (name === "publish") return "/config/publish";
  if (name === "callback") return listPlace("scripts");
  if (!done) return newPlace(name);
  return name === "outboundQueues" ? `${listPlace(name)}?kind=outbound` : listPlace(name);
}

/** The steps to the first callback; the first that is open stands out. */
export function Checklist({ steps }: Props) {
  const { t } = useTranslation("overview");
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  return (
    <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={t("steps.title")}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3">{t("steps.title")}</Title>
        <Text size="sm" c="dimmed">{t("steps.progress", { done, count: steps.length })}</Text>
      </Group>
      <Progress value={(done / steps.length) * 100} mb="md" aria-label={t("steps.progress", { done, count: steps.length })} />
      {!next && <Text mb="md">{t("steps.complete")}</Text>}
      <Stack component="ol" gap={4} className={styles.steps ?? ""}>
        {steps.map(({ name, done: isDone }, index) => {
          const place = placeOf(name, isDone);
          return (
            <li key={name} className={styles.step} data-next={name === next?.name || undefined}>
              <ThemeIcon size={26} radius="xl" variant={isDone ? "filled" : "light"} color={isDone ? "evergreen" : "gray"}>
                {isDone ? <IconCheck size={16} /> : <Text size="xs" fw={600}>{index + 1}</Text>}
              </ThemeIcon>
              <div className={styles.words}>
                <Text fw={600} size="sm">{t(`steps.${name}.title`)}<span className="unseen">, {t(isDone ? "steps.done" : "steps.open")}</span></Text>
                {!isDone && <Text size="sm" c="dimmed">{t(`steps.${name}.what`)}</Text>}
              </div>
              {place && (
                <Button component={Link} to={place} size="xs" variant={name === next?.name ? "filled" : "default"} aria-label={`${t(isDone ? "steps.go" : "steps.make")}: ${t(`steps.${name}.title`)}`}>
                  {t(isDone || name === "publish" || name === "callback" ? "steps.go" : "steps.make")}
                </Button>
              )}
            </li>
          );
        })}
      </Stack>
    </Paper>
  );
}
