import { Alert, Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRevokeToken, useTokens, type Token } from "../../../api/people";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { EmptyState } from "../../../ui/EmptyState";
import { IconKey, IconPlus } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { DataTable } from "../../../ui/table/DataTable";
import { Tag } from "../../../ui/Tag";
import { tellDone } from "../../../ui/toast";
import { momentInWords } from "../../../ui/words";
import { MakeTokenDialog } from "./MakeTokenDialog";
import { TokenShown } from "./TokenShown";

/** What programs are let in with. */
export default function TokensPage() {
  const { t } = useTranslation("people");
  const { data, error } = useTokens();
  const revoke = useRevokeToken();
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
  // Asked once, when the page is drawn: an hour more or less tells nobody anything else.
  const [now] = useState(() => Date.now());

  const add = <Button leftSection={<IconPlus size={17} />} onClick={() => { setMaking(true); }}>{t("tokens.add")}</Button>;
  const act = () => {
    if (revoking) revoke.mutate(revoking.id, { onSuccess: () => { tellDone(t("tokens.revoked", { name: revoking.name })); setRevoking(null); } });
  };
  return (
    <>
      <PageHeader title={t("shell:nav.tokens")} about={t("tokens.about")}>{data && data.items.length > 0 && add}</PageHeader>
      {error && !data && <Alert color="red" role="alert">{error.message}</Alert>}
      {data?.environment && <Text size="sm" c="dimmed" mb="sm">{t("tokens.environment")}</Text>}
      {data?.items.length === 0 ? <EmptyState icon={IconKey} title={t("tokens.none")} next={t("tokens.noneNext")} action={add} /> : (
        <DataTable<Token>
          label={t("shell:nav.tokens")} rows={data?.items} rowKey={token => token.id}
          columns={[
            { id: "name", title: t("tokens.name"), cell: token => <><strong>{token.name}</strong><Text span display="block" size="xs" c="dimmed" ff="monospace">{token.prefix}…</Text></> },
            { id: "scopes", title: t("tokens.scopes"), cell: token => <Group gap={4} justify="inherit">{token.scopes.map(scope => <Tag key={scope}>{scope}</Tag>)}</Group> },
            { id: "made", title: t("tokens.made"), cell: token => t("tokens.madeBy", { at: momentInWords(token.createdAt), who: token.createdBy }) },
            {
              id: "expires", title: t("tokens.expires"),
              cell: token => (token.expiresAt === null ? t("common:never")
                : Date.parse(token.expiresAt) < now ? <Tag tone="bad">{t("tokens.expired")}</Tag> : momentInWords(token.expiresAt)),
            },
            { id: "used", title: t("tokens.used"), cell: token => (token.lastUsedAt ? momentInWords(token.lastUsedAt) : t("common:never")) },
            {
              id: "deeds", title: t("tokens.revoke"), deeds: true,
              cell: token => <Button variant="default" size="xs" onClick={() => { setRevoking(token); }} aria-label={t("tokens.revokeNamed", { name: token.name })}>{t("tokens.revoke")}</Button>,
            },
          ]}
        />
      )}
      {making && <MakeTokenDialog onClose={() => { setMaking(false); }} onMade={token => { setMaking(false); setShown(token); }} />}
      {shown !== null && <TokenShown token={shown} onClose={() => { setShown(null); }} />}
      {revoking && (
        <ConfirmDialog
          opened title={t("tokens.revokeTitle", { name: revoking.name })} confirm={t("tokens.revoke")} danger busy={revoke.isPending} error={revoke.error}
          onConfirm={act} onClose={() => { setRevoking(null); }}
        >
          <Text>{t("tokens.revokeWhat")}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}
