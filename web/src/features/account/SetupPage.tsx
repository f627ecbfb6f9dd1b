import { Alert, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { useSession } from "../../api/session";
import { useSetup } from "../../api/setup";
import { DoorPage } from "./DoorPage";
import { faultAt, unplaced } from "../../ui/faults";

const empty = { name: "", displayName: "", password: "", again: "" };

/** The first run: makes the administrator, who is signed in from then on. */
export default function SetupPage() {
  const { t } = useTranslation("account");
  const { data: session } = useSession();
  const setup = useSetup();
  const [query] = useSearchParams();
  // In the link that the server prints at its start.
  const given = query.get("code") ?? "";
  const [values, setValues] = useState({ ...empty, code: given });
  const [differs, setDiffers] = useState(false);
  if (session && !session.setup) return <Navigate to="/" replace />;

  const field = (name: keyof typeof values) => ({
    label: t(`setup.${name}`),
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => { setValues({ ...values, [name]: event.currentTarget.value }); },
    error: faultAt(setup.error, `/${name}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { again, ...person } = values;
    setDiffers(again !== person.password);
    if (again === person.password) setup.mutate(person);
  };
  const eye = { visibilityToggleButtonProps: { "aria-label": t("signIn.show") } };
  const failure = unplaced(setup.error, Object.keys(values).map(name => `/${name}`));

  return (
    <DoorPage title={t("setup.title")} about={t("setup.about")}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {failure && <Alert color="red" role="alert">{failure}</Alert>}
          <TextInput {...field("displayName")} required description={t("setup.displayNameHelp")} autoComplete="name" />
          <TextInput {...field("name")} required description={t("setup.nameHelp")} autoComplete="username" autoCapitalize="none" spellCheck={false} />
          <PasswordInput {...field("password")} {...eye} required description={t("setup.passwordHelp")} autoComplete="new-password" />
          <PasswordInput {...field("again")} {...eye} required error={differs && t("setup.differs")} autoComplete="new-password" />
          {given === "" && <TextInput {...field("code")} required description={t("setup.codeHelp")} autoComplete="one-time-code" />}
          <Button type="submit" loading={setup.isPending} fullWidth size="md">{t("setup.do")}</Button>
        </Stack>
      </form>
    </DoorPage>
  );
}
