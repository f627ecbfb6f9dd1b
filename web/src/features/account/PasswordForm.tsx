import { Alert, Button, Group, Paper, PasswordInput, Stack, Title } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useChangePassword } from "../../api/me";
import { faultAt, faultsOf } from "../../ui/faults";
import { tellDone } from "../../ui/toast";
import { useTold } from "../../ui/useTold";

const empty = { current: "", new: "", again: "" };

/** Changes one's own password; all other sessions of this person end. */
export function PasswordForm() {
  const { t } = useTranslation("account");
  const change = useChangePassword();
  const told = useTold();
  const [values, setValues] = useState(empty);
  const [differs, setDiffers] = useState(false);

  const field = (name: keyof typeof empty) => ({
    label: t(`mine.${name}`), value: values[name], required: true, visibilityToggleButtonProps: { "aria-label": t("signIn.show") },
    onChange: (event: { currentTarget: { value: string } }) => { setValues({ ...values, [name]: event.currentTarget.value }); },
    error: faultAt(change.error, `/${name}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffers(values.again !== values.new);
    if (values.again !== values.new) return;
    change.mutate({ current: values.current, new: values.new }, { onSuccess: () => { setValues(empty); tellDone(t("mine.passwordSaved")); } });
  };

  return (
    <Paper p={{ base: "md", sm: "lg" }} component="section" aria-labelledby="password">
      <Title order={2} size="h3" id="password" mb="md">{t("mine.password")}</Title>
      <form onSubmit={submit}>
        <Stack gap="md">
          {change.error && faultsOf(change.error).length === 0 && <Alert color="red" role="alert">{told(change.error)}</Alert>}
          <PasswordInput {...field("current")} autoComplete="current-password" />
          <PasswordInput {...field("new")} description={t("setup.passwordHelp")} autoComplete="new-password" />
          <PasswordInput {...field("again")} error={differs && t("setup.differs")} autoComplete="new-password" />
          <Group justify="flex-end"><Button type="submit" loading={change.isPending}>{t("mine.changePassword")}</Button></Group>
        </Stack>
      </form>
    </Paper>
  );
}
