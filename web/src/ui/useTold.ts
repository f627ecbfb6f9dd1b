import { useTranslation } from "react-i18next";
import { ApiProblem, Unreachable } from "../api/problem";

/** What to say of a failure: in the page's words where we have some for its code, else in the server's. */
export function useTold() {
  const { t, i18n } = useTranslation("people");
  return (error: Error | null): string | undefined => {
    if (error === null) return undefined;
    const key = error instanceof Unreachable ? "problems.unreachable" : error instanceof ApiProblem ? `problems.${error.code}` : "";
    return i18n.exists(key, { ns: "people" }) ? t(key) : error.message;
  };
}
