import type { DropTarget } from "./drop";
import classes from "./tree.module.css";

/** Where what is dragged would go: a line between two rows, or a frame around the one that takes it. */
export function DropMark({ target, rowHeight }: { target: DropTarget | null; rowHeight: number }) {
  if (!target) {
    return null;
  }
  const top = target.row * rowHeight + (target.mark === "after" ? rowHeight - 2 : target.mark === "before" ? -1 : 0);
  return (
    <div
      className={classes.drop} data-mark={target.mark} data-testid="drop-mark"
      style={{ top, left: (target.level - 1) * 20 + 4, ...(target.mark === "inside" ? { height: rowHeight } : {}) }}
    />
  );
}
