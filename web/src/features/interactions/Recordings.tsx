import { Stack, Text, Title } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { address, read } from "../../api/client";
import { may } from "../../api/permissions";
import { useUser } from "../../api/session";
import { momentInFull } from "../../ui/words";

interface Recording {
  id: string;
  at: string;
  agent: string | null;
  state: string;
}

/** What was recorded of the calls, to listen to where one may. */
export function Recordings({ interactions }: { interactions: string[] }) {
  const { t } = useTranslation("interactions");
  const allowed = may(useUser(), "recordings:listen");
  const found = useQueries({
    queries: (allowed ? interactions : []).map(interaction => ({
      queryKey: ["recordings", interaction],
      queryFn: async ({ signal }: { signal: AbortSignal }) => (await read<{ items: Recording[] }>(address("/recordings", { interaction }), { signal })).items,
    })),
  });
  const kept = found.flatMap(query => query.data ?? []).filter(recording => recording.state === "kept");
  return kept.length === 0 ? null : (
    <section aria-labelledby="recordings">
      <Title order={2} id="recordings" mb="xs">{t("recordings")}</Title>
      <Stack gap="sm">
        {kept.map(recording => (
          <div key={recording.id}>
            <Text size="sm" c="dimmed">{[momentInFull(recording.at), recording.agent].filter(Boolean).join(" · ")}</Text>
            {/* What callers and agents say is written down nowhere. */}
            {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
            <audio controls preload="none" src={`/api/v1${address("/recordings", recording.id)}/audio`} aria-label={t("recordingOf", { at: momentInFull(recording.at) })} style={{ width: "100%" }} />
          </div>
        ))}
      </Stack>
    </section>
  );
}
