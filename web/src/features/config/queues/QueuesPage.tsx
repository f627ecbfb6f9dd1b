import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Value } from "../../../api/types";
import { IconMessageCircle, IconPhoneIncoming, IconPhoneOutgoing } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import type { ObjectColumn } from "../../../ui/table/ObjectTable";
import { SectionList } from "../shared/SectionList";

const kinds = { inbound: "inboundQueues", outbound: "outboundQueues", voicemail: "voicemailQueues" } as const;
const icons = { inbound: IconPhoneIncoming, outbound: IconPhoneOutgoing, voicemail: IconMessageCircle };

type Kind = keyof typeof kinds;

const isKind = (word: string | null): word is Kind => word !== null && word in kinds;

/** The three kinds of queues: callers who wait, callbacks, and messages. */
export default function QueuesPage() {
  const { t } = useTranslation("config");
  const [query, setQuery] = useSearchParams();
  const asked = query.get("kind");
  const kind: Kind = isKind(asked) ? asked : "inbound";
  const text = (name: string) => ({ value }: { value: Value }) => String(value[name] ?? "");
  const shared: ObjectColumn<Value>[] = [
    { id: "priority", title: t("column.priority"), figure: true, cell: ({ value }) => String(value.priority ?? 5) },
    { id: "members", title: t("column.members"), figure: true, cell: ({ value }) => (Array.isArray(value.members) ? value.members.length : 0) },
  ];
  const own: Record<Kind, ObjectColumn<Value>[]> = {
    inbound: [{ id: "treatment", title: t("column.treatment"), cell: text("treatment") }, { id: "outbound", title: t("column.outboundQueue"), cell: text("outboundQueue") }],
    outbound: [{ id: "schedule", title: t("column.schedule"), cell: text("schedule") }, { id: "pending", title: t("column.maximumPending"), figure: true, cell: ({ value }) => String(value.maximumPending ?? 1000) }],
    voicemail: [{ id: "greeting", title: t("column.greeting"), cell: text("greeting") }, { id: "length", title: t("column.maximumLength"), figure: true, cell: ({ value }) => String(value.maximumLength ?? "3 min") }],
  };
  return (
    <>
      <PageHeader title={t("pages.queues.title")} about={t("pages.queues.about")} />
      <Tabs value={kind} onChange={(value) => { setQuery(value === null || value === "inbound" ? {} : { kind: value }); }} keepMounted={false}>
        <Tabs.List mb="md">
          {(Object.keys(kinds) as Kind[]).map((one) => {
            const Icon = icons[one];
            return <Tabs.Tab key={one} value={one} leftSection={<Icon size={16} />}>{t(`queues.${one}`)}</Tabs.Tab>;
          })}
        </Tabs.List>
        <Tabs.Panel value={kind}>
          <SectionList<Value> section={kinds[kind]} icon={icons[kind]} columns={[...shared, ...own[kind]]} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
