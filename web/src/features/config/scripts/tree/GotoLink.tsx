import { textOf, type ScriptNode } from "../model/types";
import { useWording } from "../words";
import classes from "./tree.module.css";

interface Props {
  readonly node: ScriptNode;
  readonly link: { readonly target: string | null; readonly users: number } | null;
  readonly onGo: (key: string) => void;
}

/** The label that a goto leads to, to go there; or a label's name, with how many gotos lead to it, to go through them. */
export function GotoLink({ node, link, onGo }: Props) {
  const { t } = useWording();
  const name = textOf(node.values[node.type === "goto" ? "label" : "name"]);
  const go = link?.target ?? null;
  const words = node.type === "goto" ? `→ ${name || "?"}` : t("tree.users", { count: link?.users ?? 0 });
  return (
    <>
      {node.type === "label" && <span className={classes.title}>{name}</span>}
      <button
        type="button" tabIndex={-1} className={classes.link} data-lost={(node.type === "goto" && go === null) || undefined} disabled={go === null}
        title={node.type === "goto" ? (go === null ? t("tree.lostLabel", { name }) : t("tree.goToLabel", { name })) : t("tree.goToUser")}
        onClick={(event) => { event.stopPropagation(); if (go !== null) { onGo(go); } }}
      >
        {words}
      </button>
      <span className={classes.fill} />
    </>
  );
}
