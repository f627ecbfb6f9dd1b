import { Center, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useUserNamed } from "../../../api/people";
import { newKey } from "../../../app/places";
import { EmptyState } from "../../../ui/EmptyState";
import { PageHeader } from "../../../ui/PageHeader";
import { Tag } from "../../../ui/Tag";
import { DeleteUser } from "./DeleteUser";
import { UserForm } from "./UserForm";

/** One user, or a new one. */
export default function UserPage() {
  const { t } = useTranslation("people");
  const { name = newKey } = useParams();
  const isNew = name === newKey;
  const { data: user, error } = useUserNamed(isNew ? undefined : name);
  const above = [{ title: t("shell:nav.users"), to: "/users" }];
  if (isNew) return <><PageHeader title={t("users.new")} above={above} /><UserForm user={undefined} /></>;
  if (error && !user) return <><PageHeader title={name} above={above} /><EmptyState title={t("users.missing")} /></>;
  if (!user) return <Center h="40vh"><Loader aria-label={t("shell:loading")} /></Center>;
  return (
    <>
      <PageHeader title={user.displayName} above={above} badge={!user.enabled && <Tag tone="warn">{t("users.disabled")}</Tag>}>
        {!user.fromEnvironment && <DeleteUser user={user} />}
      </PageHeader>
      <UserForm key={user.name} user={user} />
    </>
  );
}
