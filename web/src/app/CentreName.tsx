import { Link } from "react-router";
import { useServerStatus } from "../api/status";
import classes from "./CentreName.module.css";

/** Whose contact centre this is; leads to the start. */
export function CentreName() {
  const { data: status } = useServerStatus();
  return (
    <Link to="/" className={classes.link}>
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span className={classes.product}>Rappel</span>
      {status?.name && <span className={classes.centre}>{status.name}</span>}
    </Link>
  );
}
