import { Alert, Button, Code, Paper, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWebhookTry } from "../../../api/tries";
import type { Value } from "../../../api/types";

/** Sends the address on the page one event, and shows what it answers. */
export function TestEvent({ value }: { value: Value }) {
  const { t } = useTranslation("config");
  const trial = useWebhookTry();
  const title = t("webhooks.test");
  return (
    <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={title}>
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h3">{title}</Title>
        <Text size="sm" c="dimmed">{t("webhooks.help")}</Text>
        <Button variant="default" disabled={!value.url} loading={trial.isPending} onClick={() => { trial.mutate(value); }}>{t("webhooks.send")}</Button>
        {trial.error && <Alert color="red" role="alert">{trial.error.message}</Alert>}
        {trial.data && (
          <Alert color={trial.data.delivered ? "green" : "red"} role="status" w="100%" title={t(trial.data.delivered ? "webhooks.taken" : "webhooks.refused")}>
            {trial.data.trouble ? <Text size="sm">{trial.data.trouble}</Text> : <Text size="sm">{t("webhooks.status", { status: trial.data.status })}</Text>}
            {trial.data.answer && <Code block mt="xs">{trial.data.answer}</Code>}
          </Alert>
        )}
      </Stack>
    </Paper>
  );
}
