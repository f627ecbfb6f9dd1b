import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../ui/EmptyState";
import { PageHeader } from "../ui/PageHeader";
import { IconSearchOff } from "../ui/icons";

export function NotFoundPage() {
  const { t } = useTranslation("shell");
  return (
    <>
      <PageHeader title={t("notFound.title")} />
      <EmptyState
        icon={IconSearchOff} title={t("notFound.what")} next={t("notFound.next")}
        action={<Button component={Link} to="/">{t("notFound.home")}</Button>}
      />
    </>
  );
}
