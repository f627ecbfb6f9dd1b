import { Text } from "@mantine/core";
import type { TFunction } from "i18next";
import type { Callback } from "../../../api/callbacks";
import { Elapsed } from "../../../ui/Elapsed";
import type { Column } from "../../../ui/table/DataTable";
import { Tag } from "../../../ui/Tag";
import { momentInWords, phoneInWords } from "../../../ui/words";
import { detailsOf, isLater, shownStatus, toneOf } from "../board/callbackState";

export interface Names {
  queues: ReadonlyMap<string, string>;
  agents: ReadonlyMap<string, string>;
}

/** What is told of each request in a list. */
export function callbackColumns(names: Names, now: Date, t: TFunction<"board">): Column<Callback>[] {
  return [
    {
      id: "number", title: t("callbacks.number"),
      cell: callback => <><span className="figures">{phoneInWords(callback.number)}</span><Text span display="block" size="xs" c="dimmed" fw={400}>{callback.name ?? callback.id}</Text></>,
    },
    { id: "queue", title: t("queues.queue"), cell: callback => names.queues.get(callback.queue) ?? callback.queue },
    {
      id: "status", title: t("agents.status"),
      cell: callback => (
        <div>
          <Tag tone={toneOf(shownStatus(callback, now))}>{t(`callbackStates.${shownStatus(callback, now)}`)}</Tag>
          <Text size="xs" c="dimmed" mt={2}>{detailsOf(callback, now, names.agents, t).join(" · ")}</Text>
        </div>
      ),
    },
    { id: "attempts", title: t("callbacks.attempts"), sort: "attempts", figure: true, cell: callback => `${String(callback.attemptsUsed)} / ${String(callback.attempts)}` },
    {
      id: "since", title: t("callbacks.since"), sort: "place", figure: true,
      cell: callback => (callback.endedAt !== null ? momentInWords(callback.requestedAt) : !isLater(callback, now) && <Elapsed at={callback.place} />),
    },
    { id: "expires", title: t("callbacks.expires"), sort: "expires", figure: true, cell: callback => callback.endedAt === null && <Elapsed at={callback.expiresAt} until /> },
  ];
}
