import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { may, type Permission } from "../api/permissions";
import { useUser } from "../api/session";
import { EmptyState } from "../ui/EmptyState";
import { PageHeader } from "../ui/PageHeader";

/** Says that something is not for this role, in place of a page full of refusals. */
export function Permitted({ needs, children }: { needs: Permission | undefined; children: ReactNode }) {
  const { t } = useTranslation("shell");
  const user = useUser();
  if (may(user, needs)) return children;
  return (
    <>
      <PageHeader title={t("forbidden.title")} />
      <EmptyState title={t("forbidden.what")} next={t("forbidden.next")} />
    </>
  );
}
