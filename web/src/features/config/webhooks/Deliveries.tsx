import { Alert, Button, Group, Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeliveries, useDeliveryRetry, useWebhookStates, type Delivery, type DeliveryState } from "../../../api/webhooks";
import { DataTable } from "../../../ui/table/DataTable";
import { Tag } from "../../../ui/Tag";
import { momentInFull, momentInWords } from "../../../ui/words";
import { WebhookStanding } from "./WebhookStanding";

const tones = { waiting: "warn", delivered: "good", "given-up": "bad" } as const;
const states = ["", "waiting", "delivered", "given-up"] as const;

/** What became of the events for a webhook that is in force; nothing where it is not. */
export function Deliveries({ webhook, mayRetry }: { webhook: string; mayRetry: boolean }) {
  const { t } = useTranslation("config");
  const [state, setState] = useState<DeliveryState | "">("");
  const [trail, setTrail] = useState<string[]>([]);
  const standing = useWebhookStates().data?.items.find((item) => item.webhook === webhook);
  const { data } = useDeliveries(webhook, state, trail.at(-1));
  const retry = useDeliveryRetry(webhook);
  return (
    <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={t("deliveries.title")}>
      <Stack gap="sm">
        <Title order={2} size="h3">{t("deliveries.title")}</Title>
        {standing && <WebhookStanding standing={standing} />}
        {retry.error && <Alert color="red" role="alert">{retry.error.message}</Alert>}
        <Group>
          <SegmentedControl
            aria-label={t("deliveries.state")} value={state} onChange={(word) => { setState(word as DeliveryState | ""); setTrail([]); }}
            data={states.map((word) => ({ value: word, label: word === "" ? t("deliveries.all") : t(`deliveries.states.${word}`) }))}
          />
        </Group>
        {data?.items.length === 0 || !data ? <Text size="sm" c="dimmed">{state === "" ? t("deliveries.empty") : t("deliveries.none")}</Text> : (
          <DataTable<Delivery>
            label={t("deliveries.title")} rows={data.items} rowKey={(row) => row.id}
            columns={[
              { id: "at", title: t("deliveries.at"), cell: (row) => <time dateTime={row.at} title={momentInFull(row.at)}>{momentInWords(row.at)}</time> },
              { id: "event", title: t("deliveries.event"), cell: (row) => row.event },
              { id: "subject", title: t("deliveries.subject"), cell: (row) => row.subject },
              { id: "state", title: t("deliveries.state"), cell: (row) => <Tag tone={tones[row.state]}>{t(`deliveries.states.${row.state}`)}</Tag> },
              { id: "tries", title: t("deliveries.tries"), figure: true, cell: (row) => row.tries },
              { id: "answer", title: t("deliveries.answer"), cell: (row) => row.trouble ?? row.status ?? "" },
              {
                id: "retry", title: t("deliveries.retry"), deeds: true,
                cell: (row) => mayRetry && (
                  <Button
                    variant="default" size="xs" aria-label={t("deliveries.retryOf", { event: row.event, subject: row.subject })}
                    loading={retry.isPending && retry.variables === row.id} onClick={() => { retry.mutate(row.id); }}
                  >
                    {t("deliveries.retry")}
                  </Button>
                ),
              },
            ]}
          />
        )}
        {data?.next && <Group justify="flex-end"><Button variant="default" size="xs" onClick={() => { setTrail([...trail, data.next ?? ""]); }}>{t("deliveries.more")}</Button></Group>}
      </Stack>
    </Paper>
  );
}
