import { Alert, Button, Group, Paper, PasswordInput, Select, Stack, Switch, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSaveUser, type User, type UserChange } from "../../../api/people";
import type { Role } from "../../../api/types";
import { languages } from "../../../i18n";
import { UnsavedDialog } from "../../../ui/editor/UnsavedDialog";
import { unasked } from "../../../ui/editor/useUnsavedGuard";
import { faultAt, faultsOf } from "../../../ui/faults";
import { ReferenceSelect } from "../../../ui/fields/ReferenceSelect";
import { tellDone } from "../../../ui/toast";
import { useTold } from "../../../ui/useTold";
import { RoleChoice } from "./RoleChoice";

interface Entered {
  name: string;
  displayName: string;
  role: Role;
  agent: string | undefined;
  language: string | null;
  enabled: boolean;
  password: string;
}

const entered = (user: User | undefined): Entered => ({
  name: user?.name ?? "", displayName: user?.displayName ?? "", role: user?.role ?? "supervisor", agent: user?.agent ?? undefined,
  language: user?.language ?? null, enabled: user?.enabled ?? true, password: "",
});

function changeOf({ name, agent, password, ...rest }: Entered, isNew: boolean): UserChange {
  return { ...rest, agent: agent ?? null, ...(isNew ? { name } : {}), ...(password ? { password } : {}) };
}

/** Name, role and password of a user; undefined makes a new one. */
export function UserForm({ user }: { user: User | undefined }) {
  const { t } = useTranslation("people");
  const navigate = useNavigate();
  const save = useSaveUser();
  const told = useTold();
  const [values, setValues] = useState(() => entered(user));
  const [dirty, setDirty] = useState(false);
  const fixed = user?.fromEnvironment ?? false;

  const set = (changed: Partial<Entered>) => {
    setValues({ ...values, ...changed });
    setDirty(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name: user?.name, change: changeOf(values, user === undefined) }, {
      onSuccess: () => {
        tellDone(t(user ? "users.saved" : "users.made", { name: values.displayName || values.name }));
        void navigate("/users", unasked);
      },
    });
  };
  const fault = (name: keyof Entered) => faultAt(save.error, `/${name}`);

  return (
    <form onSubmit={submit}>
      <Paper p={{ base: "md", sm: "lg" }} maw={640}>
        <Stack gap="lg">
          {fixed && <Alert color="gray">{t("users.fromEnvironment")}</Alert>}
          {save.error && faultsOf(save.error).length === 0 && <Alert color="red" role="alert">{told(save.error)}</Alert>}
          <TextInput
            label={t("users.name")} description={t("users.nameHelp")} value={values.name} required readOnly={user !== undefined} error={fault("name")}
            autoComplete="off" autoCapitalize="none" spellCheck={false} onChange={event => { set({ name: event.currentTarget.value }); }}
          />
          <TextInput
            label={t("users.displayName")} value={values.displayName} required readOnly={fixed} error={fault("displayName")} autoComplete="off"
            onChange={event => { set({ displayName: event.currentTarget.value }); }}
          />
          <RoleChoice value={values.role} disabled={fixed} onChange={role => { set({ role }); }} error={fault("role")} />
          <ReferenceSelect
            to={["agents"]} label={t("users.agent")} description={t("users.agentHelp")} required={values.role === "agent"} value={values.agent} error={fault("agent")}
            onChange={agent => { set({ agent }); }}
          />
          <Select
            label={t("users.language")} description={t("users.languageHelp")} value={values.language} clearable placeholder={t("users.browserLanguage")} error={fault("language")}
            data={languages.map(value => ({ value, label: t(`fields:choices.language.${value}`) }))} onChange={language => { set({ language }); }}
          />
          {!fixed && (
            <PasswordInput
              label={t(user ? "users.newPassword" : "users.password")} description={t(user ? "users.newPasswordHelp" : "account:setup.passwordHelp")} value={values.password}
              required={user === undefined} error={fault("password")} autoComplete="new-password" visibilityToggleButtonProps={{ "aria-label": t("account:signIn.show") }}
              onChange={event => { set({ password: event.currentTarget.value }); }}
            />
          )}
          <Switch label={t("users.enabled")} description={t("users.enabledHelp")} checked={values.enabled} disabled={fixed} onChange={event => { set({ enabled: event.currentTarget.checked }); }} />
          <Group justify="flex-end"><Button type="submit" loading={save.isPending} disabled={!dirty}>{t(user ? "common:save" : "users.make")}</Button></Group>
        </Stack>
      </Paper>
      <UnsavedDialog dirty={dirty} />
    </form>
  );
}
