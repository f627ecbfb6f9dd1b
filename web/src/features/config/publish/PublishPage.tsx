import { Alert, Anchor, Button, Group, Loader, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useChanges, useConfiguration, useProblems } from "../../../api/draft";
import { may } from "../../../api/permissions";
import { useUser } from "../../../api/session";
import { useDiscard } from "../../../api/versions";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { EmptyState } from "../../../ui/EmptyState";
import { IconArrowBackUp, IconCircleCheck } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { Differences } from "./Differences";
import { DraftProblems } from "./DraftProblems";
import { PublishCard } from "./PublishCard";

/** What the draft changes, what is wrong with it, and putting it in force. */
export default function PublishPage() {
  const { t, i18n } = useTranslation("publish");
  const user = useUser();
  const configuration = useConfiguration();
  const changes = useChanges();
  const problems = useProblems();
  const discard = useDiscard();
  const [asking, setAsking] = useState(false);
  const [published, setPublished] = useState<number>();
  const error = configuration.error ?? changes.error ?? problems.error;
  const draft = configuration.data?.draft;

  return (
    <>
      <PageHeader title={t("title")} about={t("about")}>
        {draft && draft.changes > 0 && may(user, "configuration:write") && (
          <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={() => { setAsking(true); }}>{t("discard.button")}</Button>
        )}
      </PageHeader>
      <Stack>
        {error && <Alert color="red">{error.message}</Alert>}
        {published !== undefined && (
          <Alert color="green" icon={<IconCircleCheck size={20} />} title={t("done.title", { version: published })} withCloseButton onClose={() => { setPublished(undefined); }} closeButtonLabel={t("done.close")}>
            {t("done.what")} <Anchor component={Link} underline="always" to="/config/versions">{t("done.versions")}</Anchor>
          </Alert>
        )}
        {!changes.data || !problems.data || !draft ? (!error && <Group justify="center"><Loader /></Group>) : changes.data.length === 0 ? (
          <EmptyState
            icon={IconCircleCheck} title={t("empty.title")}
            next={configuration.data?.empty ? t("empty.nothing") : t("empty.next", { version: configuration.data?.version ?? 0 })}
            action={<Button component={Link} to="/config/overview" variant="default">{t("empty.overview")}</Button>}
          />
        ) : (
          <>
            <DraftProblems problems={problems.data} />
            {may(user, "configuration:publish") && (
              <PublishCard etag={draft.etag} changes={changes.data.length} blocked={problems.data.length > 0} onPublished={setPublished} />
            )}
            {draft.who && draft.at && <Text size="sm" c="dimmed">{t("last", { who: draft.who, at: new Date(draft.at).toLocaleString(i18n.language, { dateStyle: "medium", timeStyle: "short" }) })}</Text>}
            <Differences changes={changes.data} linked />
          </>
        )}
      </Stack>
      {asking && draft && (
        <ConfirmDialog
          opened title={t("discard.title")} confirm={t("discard.button")} danger busy={discard.isPending} error={discard.error}
          onClose={() => { setAsking(false); }} onConfirm={() => { discard.mutate({ etag: draft.etag }, { onSuccess: () => { setAsking(false); } }); }}
        >
          <Text>{t("discard.text", { count: draft.changes })}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}
