import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useServerStatus } from "../api/status";
import classes from "./CentreName.module.css";

/** Whose contact centre this is; leads to the start. */
export function CentreName() {
  const { t } = useTranslation("shell");
  const { data: status } = useServerStatus();
  return (
    <Link to="/" className={classes.link} aria-label={t("home", { name: status?.name ?? "Rappel" })}>
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span className={classes.product}>Rappel</span>
      {status?.name && <span className={classes.centre}>{status.name}</span>}
    </Link>
  );
}
