import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScriptExit, ScriptNode } from "../../api/reports";
import { currentLanguage } from "../../i18n";
import { IconChevronDown, IconChevronRight } from "../../ui/icons";
import { useOutcome } from "../interactions/useOutcome";
import { ScriptPathTree } from "./ScriptPathTree";
import classes from "./ScriptPathTree.module.css";
import { useExitWords } from "./useExitWords";

/** One object: how many came, where they went from it, and where their calls ended. */
export function ScriptPathNode({ node }: { node: ScriptNode }) {
  const { t } = useTranslation("reports");
  const { typeOf, exitOf } = useExitWords();
  const outcome = useOutcome();
  return (
    <li className={classes.node}>
      <div className={classes.line}>
        <span className={classes.name}>{node.type ? typeOf(node.type) : node.path.split("/").slice(2).join("/")}</span>
        <Count callers={node.callers} share={node.share} times={node.times} />
      </div>
      {(node.exits.some(exit => exit.callers > 0) || node.ended.length > 0 || node.objects.length > 0) && (
        <ul className={classes.ways}>
          {node.exits.filter(exit => exit.callers > 0).map(exit => <Way key={exit.exit} exit={exit} name={exitOf(node.type, exit.exit)} />)}
          {node.ended.map(end => (
            <li key={end.outcome} className={classes.line}>
              <span className={classes.end}>{t("endedHere", { outcome: outcome(end.outcome) })}</span>
              <Count callers={end.callers} share={end.share} />
            </li>
          ))}
          {node.objects.length > 0 && <li><ScriptPathTree nodes={node.objects} /></li>}
        </ul>
      )}
    </li>
  );
}

function Way({ exit, name }: { exit: ScriptExit; name: string }) {
  const [open, setOpen] = useState(true);
  const leads = exit.objects.some(node => node.callers > 0);
  return (
    <li>
      <div className={classes.line}>
        {leads
          ? (
            <button type="button" className={classes.way} aria-expanded={open} onClick={() => { setOpen(!open); }}>
              {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}{name}
            </button>
          )
          : <span className={classes.way}>{name}</span>}
        <Count callers={exit.callers} share={exit.share} times={exit.times} />
      </div>
      {open && leads && <ScriptPathTree nodes={exit.objects} />}
    </li>
  );
}

/** Callers, their share as a bar and in words, and how often in all where some came again. */
function Count({ callers, share, times = callers }: { callers: number; share: number | null; times?: number }) {
  const { t } = useTranslation("reports");
  const percent = share === null ? "" : (share / 100).toLocaleString(currentLanguage(), { style: "percent", maximumFractionDigits: 1 });
  return (
    <span className={classes.count}>
      <span className={classes.bar} aria-hidden><span style={{ width: `${String(Math.min(100, share ?? 0))}%` }} /></span>
      <span className={classes.figures}>{percent}</span>
      <span className={classes.callers} title={times > callers ? t("times", { count: times }) : undefined}>{t("callers", { count: callers })}</span>
    </span>
  );
}
