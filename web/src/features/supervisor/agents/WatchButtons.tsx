import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LiveAgent } from "../../../api/live";
import { useWatch, watchModes } from "../../../api/watches";
import { tellDone, tellFailed } from "../../../ui/toast";

/** Rings one's own phone and lets one listen, whisper to the agent, or talk with both. */
export function WatchButtons({ agent }: { agent: LiveAgent }) {
  const { t } = useTranslation("supervision");
  const watch = useWatch();
  return (
    <Button.Group>
      {watchModes.map(mode => (
        <Button
          key={mode} variant="default" size="xs" loading={watch.isPending && watch.variables.mode === mode} aria-label={t(`watch.${mode}To`, { name: agent.name })}
          onClick={() => {
            watch.mutate({ agent: agent.agent, mode }, {
              onSuccess: () => { tellDone(t("watch.ringing")); },
              onError: error => { tellFailed(t("watch.failed"), error); },
            });
          }}
        >
          {t(`watch.${mode}`)}
        </Button>
      ))}
    </Button.Group>
  );
}
