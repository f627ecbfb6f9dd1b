import { Alert, Button, Group, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useUsers, type User } from "../../../api/people";
import { newKey } from "../../../app/places";
import { EmptyState } from "../../../ui/EmptyState";
import { IconPlus, IconSearch, IconSearchOff } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { DataTable } from "../../../ui/table/DataTable";
import { Tag } from "../../../ui/Tag";
import { momentInWords } from "../../../ui/words";

const PAUSE = 250;

/** Who may sign in. */
export default function UsersPage() {
  const { t } = useTranslation("people");
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, PAUSE);
  const [trail, setTrail] = useState<string[]>([]);
  const { data, error } = useUsers(search, trail.at(-1));
  return (
    <>
      <PageHeader title={t("shell:nav.users")} about={t("users.about")} />
      <Group mb="sm" gap="sm">
        <TextInput
          type="search" aria-label={t("users.search")} placeholder={t("users.search")} leftSection={<IconSearch size={16} />} value={typed} maw={360}
          style={{ flex: "1 1 200px" }} onChange={event => { setTrail([]); setTyped(event.currentTarget.value); }}
        />
        <Button component={Link} to={`/users/${newKey}`} leftSection={<IconPlus size={17} />} ml="auto">{t("users.add")}</Button>
      </Group>
      {error && !data && <Alert color="red" role="alert">{error.message}</Alert>}
      {data?.total === 0
        ? <EmptyState icon={IconSearchOff} title={t("editor:table.nothing", { search })} next={t("editor:table.nothingNext")} />
        : (
          <DataTable<User>
            label={t("shell:nav.users")} rows={data?.items} rowKey={user => user.name} place={user => `/users/${encodeURIComponent(user.name)}`}
            columns={[
              { id: "name", title: t("users.displayName"), cell: user => <>{user.displayName}<Text span display="block" size="xs" c="dimmed" fw={400}>{user.name}</Text></> },
              { id: "role", title: t("users.role"), cell: user => <Tag tone={user.role === "administrator" ? "accent" : "plain"}>{t(`shell:roles.${user.role}`)}</Tag> },
              { id: "agent", title: t("users.agent"), cell: user => user.agent },
              { id: "seen", title: t("users.lastSignIn"), cell: user => (user.lastSignInAt ? momentInWords(user.lastSignInAt) : <Text span c="dimmed" size="sm">{t("common:never")}</Text>) },
              {
                id: "state", title: t("editor:table.state"),
                cell: user => (!user.enabled ? <Tag tone="warn">{t("users.disabled")}</Tag> : !user.hasPassword && <Tag tone="warn">{t("users.noPassword")}</Tag>),
              },
            ]}
          />
        )}
      {data && (trail.length > 0 || data.next) && (
        <Group justify="flex-end" mt="sm" gap="xs">
          <Button variant="default" size="xs" disabled={trail.length === 0} onClick={() => { setTrail(trail.slice(0, -1)); }}>{t("editor:table.previous")}</Button>
          <Button variant="default" size="xs" disabled={!data.next} onClick={() => { if (data.next) setTrail([...trail, data.next]); }}>{t("editor:table.next")}</Button>
        </Group>
      )}
    </>
  );
}
