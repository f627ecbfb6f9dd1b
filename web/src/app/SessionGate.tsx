import { Center, Loader } from "@mantine/core";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useLocation } from "react-router";
import { useSession } from "../api/session";
import { changeLanguage, currentLanguage, isLanguage } from "../i18n";
import { Connection } from "./Connection";
import { SignInAgain } from "./SignInAgain";

/** Lets in who signed in. A session that ends on the way is asked for over the page, which keeps what is being edited. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation("shell");
  const { data: session } = useSession();
  const { pathname, search } = useLocation();
  const chosen = session?.user?.language;
  useEffect(() => {
    if (isLanguage(chosen) && chosen !== currentLanguage()) void changeLanguage(chosen);
  }, [chosen]);

  if (!session) {
    return <><Connection /><Center h="100vh"><Loader aria-label={t("loading")} /></Center></>;
  }
  if (session.setup) return <Navigate to="/setup" replace />;
  if (!session.user) {
    const next = pathname + search;
    return <Navigate to={next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  return <>{children}{session.expired && <SignInAgain />}</>;
}
