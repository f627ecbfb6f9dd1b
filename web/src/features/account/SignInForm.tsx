import { Alert, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem, Unreachable } from "../../api/problem";
import { useSignIn } from "../../api/session";

/** Asks who it is. The answer to wrong ones is the same for an unknown name and a wrong password. */
export function SignInForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("account");
  const signIn = useSignIn();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ name, password }, { onSuccess: onDone, onError: () => { setPassword(""); } });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {signIn.error && <Alert color="red" role="alert">{t(reason(signIn.error))}</Alert>}
        <TextInput
          label={t("signIn.name")} value={name} onChange={e => { setName(e.currentTarget.value); }} required withAsterisk={false} autoComplete="username"
          autoCapitalize="none" spellCheck={false} data-autofocus
        />
        <PasswordInput
          label={t("signIn.password")} value={password} onChange={e => { setPassword(e.currentTarget.value); }} required withAsterisk={false}
          autoComplete="current-password" visibilityToggleButtonProps={{ "aria-label": t("signIn.show") }}
        />
        <Button type="submit" loading={signIn.isPending} fullWidth size="md">{t("signIn.do")}</Button>
      </Stack>
    </form>
  );
}

function reason(error: Error) {
  if (error instanceof Unreachable) return "signIn.unreachable";
  const status = error instanceof ApiProblem ? error.status : 0;
  return status === 429 ? "signIn.throttled" : status === 401 || status === 422 ? "signIn.wrong" : "signIn.failed";
}
