import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useUser } from "../../api/session";
import { PageHeader } from "../../ui/PageHeader";
import { Tag } from "../../ui/Tag";
import { PasswordForm } from "./PasswordForm";
import { ProfileForm } from "./ProfileForm";

/** What people change of themselves. */
export default function AccountPage() {
  const { t } = useTranslation("account");
  const user = useUser();
  if (user === null) return null;
  return (
    <>
      <PageHeader title={t("mine.title")} badge={<Tag tone="accent">{t(`shell:roles.${user.role}`)}</Tag>} />
      <Stack gap="md" maw={640}>
        <ProfileForm key={user.name} user={user} />
        <PasswordForm />
      </Stack>
    </>
  );
}
