import { AppShell, Burger, Center, Loader } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { useUser } from "../api/session";
import { Connection } from "./Connection";
import { CentreName } from "./CentreName";
import { DraftBadge } from "./DraftBadge";
import { Navigation } from "./Navigation";
import { Preferences } from "./Preferences";
import classes from "./Shell.module.css";
import { UserMenu } from "./UserMenu";

/** The frame of all pages: whose contact centre it is, what is in force, where one can go. */
export function Shell() {
  const { t } = useTranslation("shell");
  const [open, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const moving = useNavigation().state !== "idle";
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const user = useUser();

  // After a change of page a reader begins at its start, not where the link was.
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [pathname]);

  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 236, breakpoint: "md", collapsed: { mobile: !open } }} padding="lg" classNames={classes}>
      <a className="skip" href="#content">{t("skip")}</a>
      <AppShell.Header>
        <div className={classes.bar}>
          <Burger opened={open} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t(open ? "menu.close" : "menu.open")} aria-expanded={open} />
          <CentreName />
          <div className={classes.end}>
            <DraftBadge />
            <Preferences visibleFrom="md" />
            {user && <UserMenu user={user} />}
          </div>
        </div>
        {moving && <div className={classes.progress} aria-hidden />}
      </AppShell.Header>
      <AppShell.Navbar><Navigation onGo={close} /></AppShell.Navbar>
      <AppShell.Main id="content" ref={main} tabIndex={-1}>
        <div className={classes.content}>
          <Suspense fallback={<Center h="60vh"><Loader aria-label={t("loading")} /></Center>}><Outlet /></Suspense>
        </div>
      </AppShell.Main>
      <Connection />
      <ScrollRestoration />
    </AppShell>
  );
}
