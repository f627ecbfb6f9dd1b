import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mostCallbacks, type LiveCallback } from "../../../api/live";
import { DataTable, type Column } from "../../../ui/table/DataTable";
import { Tag } from "../../../ui/Tag";
import { lengthInWords, phoneInWords } from "../../../ui/words";
import { CancelDialog } from "./CancelDialog";
import { detailsOf, isLater, shownStatus, toneOf } from "./callbackState";
import { Panel } from "./Panel";

interface Props {
  callbacks: LiveCallback[] | undefined;
  /** There are others, which are not shown. */
  more: boolean;
  now: Date;
  mayChange: boolean;
  queueNames: Map<string, string>;
  agentNames: Map<string, string>;
}

/** Who waits to be called back, in the order of the line. */
export function CallbacksPanel({ callbacks, more, now, mayChange, queueNames, agentNames }: Props) {
  const { t } = useTranslation("board");
  const [cancelling, setCancelling] = useState<LiveCallback | null>(null);
  const rows = callbacks && [...callbacks].sort((a, b) => Date.parse(a.linePlace) - Date.parse(b.linePlace));
  const until = (at: string) => lengthInWords(Date.parse(at) - now.getTime(), t);
  const columns: Column<LiveCallback>[] = [
    { id: "number", title: t("callbacks.number"), cell: callback => <><strong className="figures">{phoneInWords(callback.number)}</strong><Text size="xs" c="dimmed">{callback.id}</Text></> },
    { id: "customer", title: t("callbacks.customer"), cell: callback => callback.name },
    { id: "queue", title: t("queues.queue"), cell: callback => queueNames.get(callback.queue) ?? callback.queue },
    {
      id: "status", title: t("agents.status"),
      cell: callback => (
        <div>
          <Tag tone={toneOf(shownStatus(callback, now))}>{t(`callbackStates.${shownStatus(callback, now)}`)}</Tag>
          <Text size="xs" c="dimmed" mt={2}>{detailsOf(callback, now, agentNames, t).join(" · ")}</Text>
        </div>
      ),
    },
    { id: "attempts", title: t("callbacks.attempts"), figure: true, cell: callback => `${String(callback.attemptsUsed)} / ${String(callback.attempts)}` },
    { id: "since", title: t("callbacks.since"), figure: true, cell: callback => !isLater(callback, now) && lengthInWords(now.getTime() - Date.parse(callback.place), t) },
    { id: "expires", title: t("callbacks.expires"), figure: true, cell: callback => until(callback.expiresAt) },
  ];
  const deeds: Column<LiveCallback> = {
    id: "deeds", title: t("callbacks.action"), deeds: true,
    cell: callback => (
      <Button
        variant="default" size="xs" disabled={callback.status === "connected"} onClick={() => { setCancelling(callback); }}
        aria-label={t("callbacks.cancelFor", { number: phoneInWords(callback.number) })}
      >
        {t("callbacks.cancel")}
      </Button>
    ),
  };
  return (
    <Panel
      title={t("callbacks.title")} beside={rows && rows.length > 0 ? `${String(rows.length)}${more ? "+" : ""}` : undefined}
      empty={rows?.length === 0 ? t("callbacks.none") : undefined}
    >
      <DataTable<LiveCallback> label={t("callbacks.title")} rows={rows} rowKey={callback => callback.id} columns={mayChange ? [...columns, deeds] : columns} />
      {more && <Text size="sm" c="dimmed" mt="xs">{t("callbacks.tooMany", { n: mostCallbacks })}</Text>}
      {cancelling && <CancelDialog callback={cancelling} onClose={() => { setCancelling(null); }} />}
    </Panel>
  );
}
