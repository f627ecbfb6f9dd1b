import { useTranslation } from "react-i18next";
import type { AgentStatus, LiveAgent } from "../../../api/live";
import classes from "./StatusChoice.module.css";

/** What somebody else may set for an agent; the others come about by calls. */
const askable: AgentStatus[] = ["available", "on-break", "working-offline", "logged-out"];

export function StatusChoice({ agent, onChoose }: { agent: LiveAgent; onChoose: (status: AgentStatus) => void }) {
  const { t } = useTranslation("board");
  return (
    <div className={classes.choices} role="group" aria-label={t("agents.setStatusOf", { name: agent.name })}>
      {askable.map(status => (
        <button
          key={status} type="button" aria-pressed={agent.status === status} onClick={() => { onChoose(status); }}
          aria-label={t("agents.setTo", { name: agent.name, status: t(`buttons.${status}`) })}
        >
          {t(`buttons.${status}`)}
        </button>
      ))}
    </div>
  );
}
