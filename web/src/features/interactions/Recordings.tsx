import { Stack, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { may } from "../../api/permissions";
import { useRecordings } from "../../api/recordings";
import { useUser } from "../../api/session";
import { RecordingCard } from "./RecordingCard";

/** What was recorded of the calls, to listen to where one may. */
export function Recordings({ interactions }: { interactions: string[] }) {
  const { t } = useTranslation("interactions");
  const user = useUser();
  const recordings = useRecordings(interactions, may(user, "recordings:listen"));
  return recordings.length === 0 ? null : (
    <section aria-labelledby="recordings">
      <Title order={2} id="recordings" mb="xs">{t("recordings.title")}</Title>
      <Stack gap="sm">
        {recordings.map(recording => <RecordingCard key={recording.id} recording={recording} mayDelete={may(user, "recordings:delete")} />)}
      </Stack>
    </section>
  );
}
