import { Alert, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { WebhookState } from "../../../api/webhooks";
import { momentInWords } from "../../../ui/words";

/** How a webhook stands, in words. */
export function WebhookStanding({ standing }: { standing: WebhookState }) {
  const { t } = useTranslation("config");
  return (
    <>
      {standing.failingSince && (
        <Alert color="red" role="status">
          {t("deliveries.failing", { since: momentInWords(standing.failingSince), trouble: standing.lastTrouble })}
          {standing.nextAt && <Text size="sm">{t("deliveries.next", { at: momentInWords(standing.nextAt) })}</Text>}
        </Alert>
      )}
      <Group gap="lg">
        <Text size="sm">{standing.waiting > 0 ? t("deliveries.waiting", { count: standing.waiting }) : t("deliveries.none")}</Text>
        {standing.givenUp > 0 && <Text size="sm" c="red">{t("deliveries.givenUp", { count: standing.givenUp })}</Text>}
      </Group>
    </>
  );
}
