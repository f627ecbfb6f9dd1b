import { Button, Code, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useRouteError } from "react-router";
import { EmptyState } from "../ui/EmptyState";
import { IconAlertTriangle } from "../ui/icons";

/** A page that broke, or whose files are of a server that has been updated since: the rest of the application stands. */
export function RouteFailure() {
  const { t } = useTranslation("shell");
  const failure = useRouteError();
  return (
    <EmptyState
      icon={IconAlertTriangle} title={t("failure.title")} next={t("failure.next")}
      action={
        <Group justify="center">
          <Button onClick={() => { window.location.reload(); }}>{t("failure.reload")}</Button>
          <Button component={Link} to="/" variant="default">{t("notFound.home")}</Button>
        </Group>
      }
    >
      {failure instanceof Error && <Code block>{failure.message}</Code>}
    </EmptyState>
  );
}
