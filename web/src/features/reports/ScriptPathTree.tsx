import type { ScriptNode } from "../../api/reports";
import { ScriptPathNode } from "./ScriptPathNode";
import classes from "./ScriptPathTree.module.css";

/** Objects in their order, each with the exits callers took from it. What nobody came to is left out. */
export function ScriptPathTree({ nodes, label }: { nodes: ScriptNode[]; label?: string }) {
  const reached = nodes.filter(node => node.callers > 0);
  return reached.length === 0 ? null : (
    <ul className={classes.tree} aria-label={label}>
      {reached.map(node => <ScriptPathNode key={node.path} node={node} />)}
    </ul>
  );
}
