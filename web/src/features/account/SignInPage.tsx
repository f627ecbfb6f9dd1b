import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { useSession } from "../../api/session";
import { DoorPage } from "./DoorPage";
import { SignInForm } from "./SignInForm";

/** Only places of ours: an address elsewhere is no place to go on to. */
const ownPlace = (next: string | null) => (next?.startsWith("/") && !next.startsWith("//") && !next.includes("\\") ? next : "/");

export default function SignInPage() {
  const { t } = useTranslation("account");
  const [query] = useSearchParams();
  const { data: session } = useSession();
  if (session?.setup) return <Navigate to="/setup" replace />;
  if (session?.user) return <Navigate to={ownPlace(query.get("next"))} replace />;
  return <DoorPage title={t("signIn.title")} about={t("signIn.about")}><SignInForm onDone={() => undefined} /></DoorPage>;
}
