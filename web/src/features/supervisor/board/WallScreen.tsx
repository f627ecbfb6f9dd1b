import { ActionIcon, Text, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useDayFigures } from "../../../api/figures";
import type { LiveAgent, LiveQueue } from "../../../api/live";
import { Elapsed } from "../../../ui/Elapsed";
import { IconX } from "../../../ui/icons";
import { Tag } from "../../../ui/Tag";
import { useNow } from "../../../ui/useNow";
import { lengthInWords } from "../../../ui/words";
import { statuses, toneOfStatus } from "./agentColumns";
import { AlertsPanel } from "../alerts/AlertsPanel";
import classes from "./board.module.css";
import { FreeAgents } from "./FreeAgents";
import { LongestWait } from "./LongestWait";
import { ServiceLevel } from "./ServiceLevel";
import { Tiles } from "./Tiles";

interface Props {
  queues: LiveQueue[];
  agents: LiveAgent[];
  onClose: () => void;
}

/** The board for a television on the wall: nothing to press, read from across the room, as large as the screen permits. */
export function WallScreen({ queues, agents, onClose }: Props) {
  const { t, i18n } = useTranslation("board");
  const frame = useRef<HTMLDivElement>(null);
  const time = new Date(useNow());
  useEffect(() => {
    // Refused where no press has asked for it: the wall fills the window then.
    void frame.current?.requestFullscreen?.().catch(() => undefined);
    const leave = (event: KeyboardEvent) => { if (event.key === "Escape") onClose(); };
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("keydown", leave);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, [onClose]);
  const day = new Map(useDayFigures().data?.queues.map(figures => [figures.queue, figures]));
  const working = agents.filter(agent => agent.status !== "logged-out")
    .sort((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status) || Date.parse(a.since ?? "") - Date.parse(b.since ?? ""));
  return (
    <div ref={frame} className={classes.wall} role="dialog" aria-modal aria-label={t("wall.title")}>
      <header className={classes.wallHead}>
        <Title order={1}>{t("title")}</Title>
        <Text span fz="1.8em" className="figures">{time.toLocaleTimeString(i18n.language, { hour: "2-digit", minute: "2-digit" })}</Text>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("wall.close")} onClick={onClose} data-autofocus><IconX /></ActionIcon>
      </header>
      <AlertsPanel queueNames={new Map(queues.map(queue => [queue.queue, queue.name]))} />
      <Tiles queues={queues} agents={agents} />
      <div className={classes.wallParts}>
        <div className={classes.wallPart}>
          <table className={classes.wallTable} aria-label={t("queues.title")}>
            <thead>
              <tr>
                <th scope="col">{t("queues.queue")}</th>
                {["waiting", "oldest", "expected", "inFlight", "free", "level"].map(name => <th key={name} scope="col" data-figure>{t(`queues.${name}`)}</th>)}
              </tr>
            </thead>
            <tbody>
              {queues.map(queue => (
                <tr key={queue.queue}>
                  <td>{queue.name} {!queue.open && <Tag>{t("queues.closed")}</Tag>}</td>
                  <td data-figure>{queue.waiting}</td>
                  <td data-figure><LongestWait queue={queue} clock /></td>
                  <td data-figure>{queue.expectedWaitSeconds !== null && lengthInWords(queue.expectedWaitSeconds * 1000, t)}</td>
                  <td data-figure>{queue.inFlight}</td>
                  <td data-figure><FreeAgents queue={queue} /></td>
                  <td data-figure><ServiceLevel queue={queue} percent={day.get(queue.queue)?.serviceLevelPercent} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className={classes.wallPart}>
          <table className={classes.wallTable} aria-label={t("agents.title")}>
            <tbody>
              {working.map(agent => (
                <tr key={agent.agent}>
                  <td>{agent.name}</td>
                  <td><Tag tone={toneOfStatus(agent.status)}>{t(`statuses.${agent.status}`)}</Tag></td>
                  <td data-figure className="figures">{agent.since && <Elapsed at={agent.since} clock />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  );
}
