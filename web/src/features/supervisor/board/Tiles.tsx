import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LiveAgent, LiveQueue } from "../../../api/live";
import { Elapsed } from "../../../ui/Elapsed";
import classes from "./board.module.css";

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
  const tiles: [string, ReactNode, boolean?][] = [
    ["waiting", sum(inbound, queue => queue.waiting)],
    ["longest", longest ? <Elapsed at={longest} clock /> : "–"],
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
