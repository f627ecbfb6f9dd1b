import { Alert } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useCallbacks, type Callback, type CallbackQuery } from "../../../api/callbacks";
import { useEvents } from "../../../api/events";
import { useLiveAgents, useLiveQueues } from "../../../api/live";
import { may } from "../../../api/permissions";
import { useUser } from "../../../api/session";
import { EmptyState } from "../../../ui/EmptyState";
import { IconPhoneOutgoing, IconSearchOff } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { DataTable, type Column } from "../../../ui/table/DataTable";
import { Pager } from "../../../ui/table/Pager";
import { useNow } from "../../../ui/useNow";
import { phoneInWords } from "../../../ui/words";
import { CallbackFilters } from "./CallbackFilters";
import { callbackColumns } from "./columns";
import { DeedBar } from "./DeedBar";
import { DeedMenu } from "./DeedMenu";
import { useDeedDialog } from "./useDeedDialog";

const PAGE = 50;

/** A minute is fine enough for what the words of a state depend on; waits count by themselves. */
const ROUGHLY = 60_000;

const place = (callback: Callback) => `/callbacks/${callback.id}`;

/** All requests: found, sorted, and handled one by one or several at once. */
export default function CallbacksPage() {
  const { t } = useTranslation("callbacks");
  const { t: words } = useTranslation("board");
  const mayWrite = may(useUser(), "callbacks:write");
  useEvents(["callbacks", "queues", "agents"]);
  const [query, setQuery] = useSearchParams();
  const [trail, setTrail] = useState<string[]>([]);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Callback>>(new Map());
  const { data, error, isPlaceholderData } = useCallbacks(asked(query, trail.at(-1)));
  const names = {
    queues: new Map(useLiveQueues().data?.items.filter(queue => queue.kind === "outbound").map(queue => [queue.queue, queue.name])),
    agents: new Map(useLiveAgents().data?.items.map(agent => [agent.agent, agent.name])),
  };
  const now = new Date(Math.floor(useNow() / ROUGHLY) * ROUGHLY);
  const [perform, dialog] = useDeedDialog(done => { setChosen(known => new Map([...known].filter(([id]) => !done.includes(id)))); });

  const set = (name: string, value: string) => {
    setTrail([]);
    setQuery(known => {
      const next = new URLSearchParams(known);
      if (value) next.set(name, value); else next.delete(name);
      return next;
    }, { replace: true });
  };
  const choose = (keys: string[], isChosen: boolean) => {
    setChosen(known => {
      const next = new Map(known);
      for (const key of keys) {
        const row = data?.items.find(callback => callback.id === key);
        if (isChosen && row) next.set(key, row); else next.delete(key);
      }
      return next;
    });
  };
  // As they are now, where they are on the screen.
  const chosenNow = [...chosen.values()].map(known => data?.items.find(callback => callback.id === known.id) ?? known);
  const deeds: Column<Callback> = {
    id: "deeds", title: words("callbacks.action"), deeds: true, cell: callback => <DeedMenu callback={callback} onChoose={deed => { perform(deed, [callback]); }} />,
  };
  const columns = callbackColumns(names, now, words);
  const isNarrowed = ["search", "status", "queue", "agent"].some(name => query.has(name));
  return (
    <>
      <PageHeader title={t("title")} about={t("about")} />
      <CallbackFilters query={query} onChange={set} names={names} />
      {error && !data && <Alert color="red" role="alert">{error.message}</Alert>}
      {chosenNow.length > 0 && <DeedBar chosen={chosenNow} onChoose={deed => { perform(deed, chosenNow); }} onClear={() => { setChosen(new Map()); }} />}
      {data?.items.length === 0 && trail.length === 0
        ? <EmptyState icon={isNarrowed ? IconSearchOff : IconPhoneOutgoing} title={t(isNarrowed ? "nothing" : "none")} next={t(isNarrowed ? "nothingNext" : "noneNext")} />
        : (
          <DataTable<Callback>
            label={t("title")} rows={error && !data ? [] : data?.items} rowKey={callback => callback.id} place={place} sort={query.get("sort") ?? "place"}
            onSort={sort => { set("sort", sort); }} columns={mayWrite ? [...columns, deeds] : columns}
            {...(mayWrite ? { choice: { chosen: new Set(chosen.keys()), onChoose: choose, nameOf: (callback: Callback) => t("choose", { number: phoneInWords(callback.number) }), allLabel: t("chooseAll") } } : {})}
          />
        )}
      {data && <Pager shown={data.items.length} before={trail.length * PAGE} next={data.next} waiting={isPlaceholderData} trail={trail} onTrail={setTrail} />}
      {dialog}
    </>
  );
}

function asked(query: URLSearchParams, before: string | undefined): CallbackQuery {
  const status = query.get("status") ?? "open";
  return {
    search: query.get("search") ?? undefined,
    status: status === "held" ? "open" : status === "all" ? undefined : status,
    ...(status === "held" ? { held: true } : {}),
    queue: query.get("queue") ?? undefined,
    agent: query.get("agent") ?? undefined,
    sort: query.get("sort") ?? "place",
    before,
    limit: PAGE,
  };
}
