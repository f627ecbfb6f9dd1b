import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LiveAgent, LiveQueue } from "../../../api/live";
import { Elapsed } from "../../../ui/Elapsed";
import { useNow } from "../../../ui/useNow";
import classes from "./board.module.css";
import { isLate, isUnstaffed } from "./goals";
import { Mark } from "./Mark";

interface Props {
  queues: LiveQueue[];
  agents: LiveAgent[];
}

const sum = (queues: LiveQueue[], count: (queue: LiveQueue) => number) => queues.reduce((total, queue) => total + count(queue), 0);
const oldest = (queues: LiveQueue[]) => queues.map(queue => queue.oldestPlace).filter(at => at !== null).sort()[0];

/** The whole contact centre in a line of figures. */
export function Tiles({ queues, agents }: Props) {
  const { t } = useTranslation("board");
  const [inbound, outbound] = [queues.filter(queue => queue.kind === "inbound"), queues.filter(queue => queue.kind === "outbound")];
  const [longest, first] = [oldest(inbound), oldest(outbound)];
  const away = agents.filter(agent => agent.status !== "logged-out");
  const now = useNow();
  const isAnyLate = inbound.some(queue => isLate(queue, now));
  const tiles: [string, ReactNode][] = [
    ["waiting", <Mark key="waiting" wrong={inbound.some(isUnstaffed) ? t("goals.nobody") : null}>{sum(inbound, queue => queue.waiting)}</Mark>],
    ["longest", longest ? <Mark wrong={isAnyLate ? t("goals.anyLate") : null}><Elapsed at={longest} clock /></Mark> : "–"],
    ["free", `${String(agents.filter(agent => agent.status === "available" && agent.registered).length)} / ${String(away.length)}`],
    ["pending", sum(outbound, queue => queue.waiting)],
    ["delayed", sum(outbound, queue => queue.delayed)],
    ["inFlight", sum(outbound, queue => queue.inFlight)],
    ["oldest", first ? <Elapsed at={first} clock /> : "–"],
  ];
  return (
    <dl className={classes.tiles}>
      {tiles.map(([name, value]) => (
        <div key={name} className={classes.tile}><dt>{t(`tiles.${name}`)}</dt><dd className="figures">{value}</dd></div>
      ))}
    </dl>
  );
}
