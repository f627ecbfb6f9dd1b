import { useWording } from "../words";
import classes from "./trial.module.css";

/** What the variables hold now; those that hold nothing are left out. */
export function Variables({ variables }: { variables: Readonly<Record<string, string>> }) {
  const { t } = useWording();
  const known = Object.entries(variables).filter(([, value]) => value !== "");
  return (
    <dl className={classes.variables} aria-label={t("trial.variables")}>
      {known.map(([name, value]) => <div key={name}><dt>${name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
