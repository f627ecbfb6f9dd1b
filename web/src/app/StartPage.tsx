import { Navigate } from "react-router";
import { may } from "../api/permissions";
import { useUser } from "../api/session";

/** Where somebody begins: with what is theirs to do. */
export function StartPage() {
  const user = useUser();
  const start = may(user, "configuration:write") ? "/config/overview" : may(user, "live:read") ? "/board" : user?.agent ? "/desk" : "/account";
  return <Navigate to={start} replace />;
}
