import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useConfiguration } from "../api/draft";
import { may } from "../api/permissions";
import { useUser } from "../api/session";
import classes from "./DraftBadge.module.css";

/** The version in force, and how much of the draft waits to be published. */
export function DraftBadge() {
  const user = useUser();
  return may(user, "configuration:read") ? <Badge /> : null;
}

function Badge() {
  const { t } = useTranslation("shell");
  const { data } = useConfiguration();
  if (!data) return null;
  const { changes } = data.draft;
  return (
    <div className={classes.badge}>
      <span className={classes.version}>{data.empty ? t("version.none") : t("version.inForce", { version: data.version })}</span>
      {changes > 0 && (
        <Link to="/config/publish" className={classes.changes} aria-label={t("changes", { count: changes })}>
          <span className={classes.long}>{t("changes", { count: changes })}</span><span className={classes.short}>{changes}</span>
        </Link>
      )}
    </div>
  );
}
