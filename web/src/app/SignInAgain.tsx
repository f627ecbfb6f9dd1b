import { Button, Modal, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { SignInForm } from "../features/account/SignInForm";

/** The session has ended while a page was open: signing in again goes on where it stood. */
export function SignInAgain() {
  const { t } = useTranslation("account");
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title={t("again.title")}>
      <Text c="dimmed" size="sm" mb="md">{t("again.why")}</Text>
      <SignInForm onDone={() => undefined} />
      <Button variant="subtle" fullWidth mt="xs" component="a" href="/sign-in">{t("again.leave")}</Button>
    </Modal>
  );
}
