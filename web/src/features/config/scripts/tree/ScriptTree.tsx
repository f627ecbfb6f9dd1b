import { useCallback, useEffect, useMemo, type KeyboardEvent } from "react";
import { DndContext, DragOverlay } from "@dnd-kit/core";
import type { ExitsOf } from "../model/exits";
import { find } from "../model/lookup";
import type { Place, Script } from "../model/types";
import { lineOf } from "../model/summary";
import { useWording } from "../words";
import { DropMark } from "./DropMark";
import { KindIcon } from "./KindIcon";
import { linksOf } from "./links";
import { rowsOf, type Row } from "./rows";
import { TreeRow } from "./TreeRow";
import { useRowWindow } from "./useRowWindow";
import { useTreeDrag } from "./useTreeDrag";
import classes from "./tree.module.css";

export interface TreeCommands {
  readonly select: (key: string) => void;
  readonly toggle: (key: string, open?: boolean) => void;
  /** Goes to the form of the selected object. */
  readonly edit: () => void;
  readonly move: (id: string, place: Place) => void;
  /** Every other key: answers whether it meant something. */
  readonly key: (event: KeyboardEvent) => boolean;
}

interface Props {
  readonly script: Script;
  readonly selected: string;
  readonly collapsed: ReadonlySet<string>;
  readonly exitsOf: ExitsOf;
  readonly commands: TreeCommands;
  readonly rowHeight: number;
  /** How many problems a row has, by its key. */
  readonly problems: ReadonlyMap<string, number>;
  readonly found: ReadonlySet<string>;
  /** Objects a trial call has been through, and the one it is at. */
  readonly path?: ReadonlySet<string> | undefined;
  readonly present?: string | null | undefined;
  /** Only to look at: nothing is dragged. */
  readonly fixed?: boolean;
  readonly label: string;
}

const domId = (key: string): string => `row-${key.replaceAll(/[^\w-]/g, "_")}`;

/** The objects of a script as a tree: one line each, with exits between. The focus stays on the tree; the keys move the selection. */
export function ScriptTree({ script, selected, collapsed, exitsOf, commands, rowHeight, problems, found, path, present, fixed = false, label }: Props) {
  const rows = useMemo(() => rowsOf(script, collapsed, exitsOf), [script, collapsed, exitsOf]);
  const links = useMemo(() => linksOf(script), [script]);
  const { frame, first, last, look, reveal } = useRowWindow(rows.length, rowHeight);
  const at = rows.findIndex((row) => row.key === selected);
  const drag = useTreeDrag({ script, rows, rowHeight, frame, onMove: commands.move });
  const { select } = commands;
  const go = useCallback((key: string): void => { select(key); frame.current?.focus(); }, [select, frame]);

  const shownRow = present ? rows.findIndex((row) => row.key === present) : at;
  useEffect(() => { reveal(shownRow); }, [reveal, shownRow, selected, present]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target === event.currentTarget && (commands.key(event) || moveSelection(event, rows, at, commands))) {
      event.preventDefault();
    }
  };

  return (
    <DndContext {...drag.context}>
      {/* The rows are told to assistive technology by aria-activedescendant. */}
      <div
        ref={frame} role="tree" tabIndex={0} aria-label={label} className={classes.frame} onScroll={look} onKeyDown={onKeyDown}
        {...(at >= first && at < last ? { "aria-activedescendant": domId(selected) } : {})}
      >
        <div className={classes.lines} role="none" style={{ height: (rows.length + 1) * rowHeight }}>
          {rows.slice(first, last).map((row, offset) => (
            <TreeRow
              key={row.key} row={row} domId={domId(row.key)} top={(first + offset) * rowHeight} height={rowHeight}
              selected={row.key === selected} found={found.has(row.key)} path={path?.has(row.key) ?? false} present={row.key === present}
              problems={problems.get(row.key) ?? 0} fixed={fixed} link={links.get(row.key) ?? null}
              onSelect={select} onToggle={commands.toggle} onEdit={commands.edit} onGo={go}
            />
          ))}
          <DropMark target={drag.target} rowHeight={rowHeight} />
        </div>
      </div>
      <DragOverlay dropAnimation={null}>{drag.dragged === null ? null : <Dragged script={script} id={drag.dragged} />}</DragOverlay>
    </DndContext>
  );
}

function Dragged({ script, id }: { script: Script; id: string }) {
  const wording = useWording();
  const node = find(script, id);
  return node ? <span className={classes.dragged}><KindIcon type={node.type} />{lineOf(node, wording)}</span> : null;
}

/** The arrows of a tree, as everywhere: left closes or goes up, right opens or goes in. */
function moveSelection(event: KeyboardEvent, rows: readonly Row[], at: number, { select, toggle, edit }: TreeCommands): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) {
    return false;
  }
  const row = rows[at];
  const to = (next: Row | undefined): boolean => { if (next) { select(next.key); } return true; };
  switch (event.key) {
    case "ArrowDown": return to(rows[at + 1]);
    case "ArrowUp": return to(rows[at < 0 ? 0 : at - 1]);
    case "Home": return to(rows[0]);
    case "End": return to(rows.at(-1));
    case "PageDown": return to(rows[Math.min(at + 10, rows.length - 1)]);
    case "PageUp": return to(rows[Math.max(at - 10, 0)]);
    case "ArrowRight":
      if (row?.open === false) { toggle(row.key, true); return true; }
      return row?.open === true ? to(rows[at + 1]) : true;
    case "ArrowLeft":
      if (row?.open === true) { toggle(row.key, false); return true; }
      return to(rows.find((other) => other.key === row?.parent));
    case "Enter": edit(); return true;
    default: return false;
  }
}
