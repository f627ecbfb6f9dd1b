import { memo, type CSSProperties, type ReactNode } from "react";
import { useDraggable } from "@dnd-kit/core";
import { IconAlertCircle, IconChevronRight, IconCornerDownRight, IconHourglass, IconPhoneIncoming } from "../icons";
import { summaryOf, titleOf } from "../model/summary";
import { exitWords, useWording } from "../words";
import { GotoLink } from "./GotoLink";
import { KindIcon } from "./KindIcon";
import type { Row } from "./rows";
import classes from "./tree.module.css";

export interface RowMarks {
  readonly selected: boolean;
  readonly found: boolean;
  /** On the way of a trial call; `present` is where it is now. */
  readonly path: boolean;
  readonly present: boolean;
  readonly problems: number;
}

interface Props extends RowMarks {
  readonly row: Row;
  readonly domId: string;
  readonly top: number;
  readonly height: number;
  readonly onSelect: (key: string) => void;
  readonly onToggle: (key: string) => void;
  readonly onEdit: () => void;
  readonly onGo: (key: string) => void;
  /** The object that a goto leads to, or how many gotos lead to a label; null for other kinds. */
  readonly link: { readonly target: string | null; readonly users: number } | null;
  readonly fixed: boolean;
}

/** One line of the tree. */
export const TreeRow = memo(function TreeRow({ row, domId, top, height, selected, found, path, present, problems, fixed, link, ...on }: Props) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: row.key, disabled: fixed || row.kind !== "node" });
  const flags = {
    "data-selected": selected || undefined, "data-found": found || undefined, "data-path": path || undefined,
    "data-present": present || undefined, "data-dragged": isDragging || undefined,
  };
  // The keys of a tree are its own, on the tree: a row itself never has the focus.
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={setNodeRef} {...listeners} {...flags} id={domId} role="treeitem" className={`${classes.row} ${row.kind === "entry" ? classes.entry : ""}`}
      aria-level={row.level} aria-posinset={row.position} aria-setsize={row.setSize} aria-selected={selected}
      {...(row.open === null ? {} : { "aria-expanded": row.open })}
      style={{ top, height, "--level": row.level } as CSSProperties}
      onClick={() => { on.onSelect(row.key); }} onDoubleClick={on.onEdit}
    >
      <Opener row={row} onToggle={on.onToggle} />
      <Words row={row} link={link} onGo={on.onGo} />
      <End row={row} />
      {problems > 0 && <Problems count={problems} />}
    </div>
  );
});

function Opener({ row, onToggle }: { row: Row; onToggle: (key: string) => void }) {
  if (row.open === null) {
    return <span className={classes.opener} />;
  }
  return (
    <button
      type="button" tabIndex={-1} className={classes.opener} data-open={row.open || undefined} aria-hidden
      onClick={(event) => { event.stopPropagation(); onToggle(row.key); }} onDoubleClick={(event) => { event.stopPropagation(); }}
    >
      <IconChevronRight size={16} />
    </button>
  );
}

function Words({ row, link, onGo }: Pick<Props, "row" | "link" | "onGo">): ReactNode {
  const wording = useWording();
  if (row.kind === "entry") {
    const Icon = row.entry === "main" ? IconPhoneIncoming : IconHourglass;
    return <><Icon size={18} /><span className={classes.title}>{wording.t(`entries.${row.entry}.title`)}</span><span className={classes.fill} /></>;
  }
  if (row.kind === "exit") {
    const words = exitWords(row.holder.type, row.exit, wording);
    return <><span className={classes.exit} data-unwritten={!row.written || undefined}><IconCornerDownRight size={14} />{words}</span><span className={classes.fill} /></>;
  }
  const { node } = row;
  return (
    <>
      <KindIcon type={node.type} />
      <span className={classes.title}>{titleOf(node.type, wording)}</span>
      {node.type === "goto" || node.type === "label"
        ? <GotoLink node={node} link={link} onGo={onGo} />
        : <span className={classes.summary}>{summaryOf(node, wording)}</span>}
    </>
  );
}

function End({ row }: { row: Row }) {
  const { t } = useWording();
  return row.end === null ? null : <span className={classes.end}>{t(`ends.${row.end}`)}</span>;
}

function Problems({ count }: { count: number }) {
  const { t } = useWording();
  return <span className={classes.problems}><IconAlertCircle size={13} aria-hidden />{t("tree.problems", { count })}</span>;
}
