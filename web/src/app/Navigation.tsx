import { ScrollArea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { may } from "../api/permissions";
import { useUser } from "../api/session";
import { IconUser } from "../ui/icons";
import classes from "./Navigation.module.css";
import { groups, type Destination } from "./navigation";
import { Preferences } from "./Preferences";

/** The menu: what this person may see, in groups. */
export function Navigation({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation("shell");
  const user = useUser();
  const link = ({ path, label, icon: Icon }: Destination) => (
    <li key={path}>
      <NavLink to={path} className={classes.link ?? ""} onClick={onGo}><Icon size={18} stroke={1.7} /><span>{t(`nav.${label}`)}</span></NavLink>
    </li>
  );
  return (
    <ScrollArea type="hover" scrollbarSize={6} h="100%">
      <nav aria-label={t("menu.name")} className={classes.nav}>
        {groups.map(group => {
          const shown = group.destinations.filter(destination => may(user, destination.needs) && (!destination.ofAgents || user?.agent || may(user, "people:write")));
          return shown.length > 0 && (
            <section key={group.label} aria-labelledby={`menu-${group.label}`}>
              <h2 id={`menu-${group.label}`} className={classes.heading}>{t(`groups.${group.label}`)}</h2>
              <ul>{shown.map(link)}</ul>
            </section>
          );
        })}
        <section><ul>{link({ path: "/account", label: "account", icon: IconUser })}</ul></section>
      </nav>
      <Preferences hiddenFrom="md" p="md" />
    </ScrollArea>
  );
}
