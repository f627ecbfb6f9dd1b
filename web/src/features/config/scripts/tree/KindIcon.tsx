import { createElement } from "react";
import { familyOf } from "../model/families";
import { iconOf } from "./kindIcons";
import classes from "./tree.module.css";

/** The picture of a kind of object, in the colour of its family. */
export function KindIcon({ type, size = 22 }: { type: string; size?: number }) {
  return (
    <span className={classes.kind} data-family={familyOf(type)} style={{ width: size, height: size }} aria-hidden>
      {createElement(iconOf(type), { size: Math.round(size * 0.68), stroke: 1.9 })}
    </span>
  );
}
