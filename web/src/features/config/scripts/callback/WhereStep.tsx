import { Alert, Radio, Select, Stack, Text } from "@mantine/core";
import { useEditor } from "../editor/EditorContext";
import { IconAlertCircle } from "../icons";
import type { CallbackPlan } from "../model/addCallback";
import { hasCallback, type Announcement } from "../model/announcements";
import { usualAnnouncement } from "../model/callbackTexts";
import { find } from "../model/lookup";
import { lineOf } from "../model/summary";
import { useWording } from "../words";
import { SaidField } from "./SaidField";

interface Props {
  readonly plan: CallbackPlan;
  readonly places: readonly Announcement[];
  readonly onChange: (changes: Partial<CallbackPlan>) => void;
}

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#"];

/** Where callers hear the exits of the queue, the key of the new one, and the sentence that announces it. */
export function WhereStep({ plan, places, onChange }: Props) {
  const wording = useWording();
  const { t } = wording;
  const { script } = useEditor();
  const question = plan.question === null ? undefined : find(script, plan.question);
  const taken = new Set((question?.branches ?? []).filter((branch) => branch.nodes.length > 0).map((branch) => branch.name));
  const choose = (id: string): void => {
    const place = places.find((one) => one.question === id);
    const key = place ? (place.key ?? "") : "1";
    onChange({ question: place?.question ?? null, announcer: place?.announcer ?? null, key, announcement: usualAnnouncement(key) });
  };
  return (
    <Stack gap="md">
      {hasCallback(script) && <Alert color="yellow" p="xs" icon={<IconAlertCircle size={18} />}>{t("assistant.already")}</Alert>}
      <Radio.Group label={t("assistant.where")} description={t("assistant.whereAbout")} value={plan.question ?? "new"} onChange={choose}>
        <Stack gap="xs" mt="sm">
          {places.map(({ question: id, announcer }) => {
            const node = find(script, announcer);
            return <Radio key={id} value={id} label={node ? lineOf(node, wording) : id} disabled={places.find((one) => one.question === id)?.key === undefined} />;
          })}
          <Radio value="new" label={t("assistant.newQuestion")} />
        </Stack>
      </Radio.Group>
      <Select
        label={t("assistant.key")} w={140} allowDeselect={false} value={plan.key} data={keys.map((key) => ({ value: key, label: key, disabled: taken.has(key) }))}
        onChange={(key) => { if (key) { onChange({ key, announcement: usualAnnouncement(key) }); } }}
      />
      <SaidField label={t("assistant.announcement")} name="announcement" value={plan.announcement} onChange={(announcement) => { onChange({ announcement }); }} />
      {question && <Text size="sm" c="dimmed">{t("assistant.announcementAbout")}</Text>}
    </Stack>
  );
}
