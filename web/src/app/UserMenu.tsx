import { ActionIcon, Avatar, Menu, Text, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { may } from "../api/permissions";
import { useSignOut } from "../api/session";
import type { SignedIn } from "../api/types";
import { IconCompass, IconLogout, IconUser } from "../ui/icons";

export function UserMenu({ user }: { user: SignedIn }) {
  const { t } = useTranslation("shell");
  const signOut = useSignOut();
  const navigate = useNavigate();
  const leave = () => { signOut.mutate(undefined, { onSuccess: () => void navigate("/sign-in") }); };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="transparent" size={36} radius="xl">
          <VisuallyHidden>{t("user.menu", { name: user.displayName })}</VisuallyHidden>
          <Avatar name={user.displayName} color="evergreen" size={32} variant="filled" alt="" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="var(--rappel-text)" size="sm">{user.displayName}</Text>
          <Text size="xs">{t(`roles.${user.role}`)}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<IconUser size={16} />}>{t("nav.account")}</Menu.Item>
        {may(user, "configuration:write") && <Menu.Item component={Link} to="/tour" leftSection={<IconCompass size={16} />}>{t("nav.tour")}</Menu.Item>}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={leave}>{t("user.signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
