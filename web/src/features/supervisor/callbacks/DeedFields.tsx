import { NumberInput, SegmentedControl, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLiveAgents, useLiveQueues } from "../../../api/live";
import type { Deed } from "../../../api/callbacks";
import type { DeedForm } from "./deedForm";

const LONGEST_NOTE = 500;
const LONGEST_NUMBER = 32;

interface Props {
  deed: Deed;
  form: DeedForm;
  onChange: (change: Partial<DeedForm>) => void;
  /** More than one: each cannot have the same position. */
  several: boolean;
}

/** What has to be told besides why. */
export function DeedFields({ deed, form, onChange, several }: Props) {
  const { t } = useTranslation("callbacks");
  switch (deed) {
    case "move": return (
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t("move.where")} value={form.to} onChange={to => { onChange({ to }); }}
          data={["first", "last", ...(several ? [] : ["position"])].map(value => ({ value, label: t(`move.${value}`) }))}
        />
        {form.to === "position" && (
          <NumberInput label={t("move.position")} min={1} allowDecimal={false} value={form.position} onChange={position => { onChange({ position: Number(position) || 1 }); }} />
        )}
      </Stack>
    );
    case "assign": return <AgentField value={form.agent} onChange={agent => { onChange({ agent }); }} />;
    case "transfer": return <QueueField value={form.queue} onChange={queue => { onChange({ queue }); }} />;
    case "reschedule": return (
      <Stack gap="sm">
        <TextInput type="datetime-local" label={t("reschedule.from")} value={form.from} onChange={event => { onChange({ from: event.currentTarget.value }); }} />
        <TextInput type="datetime-local" label={t("reschedule.until")} value={form.until} onChange={event => { onChange({ until: event.currentTarget.value }); }} required />
      </Stack>
    );
    case "number": return (
      <TextInput
        type="tel" label={t("number.label")} description={t("number.hint")} value={form.number} onChange={event => { onChange({ number: event.currentTarget.value }); }}
        required maxLength={LONGEST_NUMBER} data-autofocus autoComplete="off"
      />
    );
    case "notes": return (
      <Textarea
        label={t("note.label")} description={t("note.hint")} value={form.text} onChange={event => { onChange({ text: event.currentTarget.value }); }}
        required maxLength={LONGEST_NOTE} autosize minRows={3} data-autofocus
      />
    );
    default: return null;
  }
}

function AgentField({ value, onChange }: { value: string | null; onChange: (agent: string | null) => void }) {
  const { t } = useTranslation("callbacks");
  const agents = useLiveAgents().data?.items ?? [];
  return (
    <Select
      label={t("assign.agent")} placeholder={t("assign.any")} searchable clearable value={value} onChange={onChange} nothingFoundMessage={t("assign.none")} limit={50}
      data={agents.map(agent => ({ value: agent.agent, label: `${agent.name} · ${agent.agent}` }))}
    />
  );
}

function QueueField({ value, onChange }: { value: string | null; onChange: (queue: string | null) => void }) {
  const { t } = useTranslation("callbacks");
  const queues = (useLiveQueues().data?.items ?? []).filter(queue => queue.kind === "outbound");
  return <Select label={t("transfer.queue")} required value={value} onChange={onChange} data={queues.map(queue => ({ value: queue.queue, label: queue.name }))} />;
}
