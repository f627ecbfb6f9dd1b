import type { ReactNode } from "react";
import classes from "../desk.module.css";

/** Pairs of a word and what it is; those without anything are left out. */
export function Facts({ facts }: { facts: [string, ReactNode][] }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== "" && value !== false);
  if (known.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {known.map(([word, value]) => <div key={word}><dt>{word}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
