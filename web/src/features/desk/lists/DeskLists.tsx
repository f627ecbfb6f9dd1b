import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { OwnCallbacks } from "./OwnCallbacks";
import { Voicemails } from "./Voicemails";

/** What waits for the agent besides: own callbacks, and messages of own queues. */
export function DeskLists() {
  const { t } = useTranslation("desk");
  return (
    <Tabs defaultValue="callbacks" mt="lg" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="callbacks">{t("lists.callbacks")}</Tabs.Tab>
        <Tabs.Tab value="voicemails">{t("voicemail.title")}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="callbacks" pt="md"><OwnCallbacks /></Tabs.Panel>
      <Tabs.Panel value="voicemails" pt="md"><Voicemails /></Tabs.Panel>
    </Tabs>
  );
}
