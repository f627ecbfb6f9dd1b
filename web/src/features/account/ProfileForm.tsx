import { Alert, Button, Group, Paper, SegmentedControl, Stack, Text, TextInput, Title } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useChangeMe, useSetLanguage } from "../../api/me";
import type { SignedIn } from "../../api/types";
import { currentLanguage, languages, type Language } from "../../i18n";
import { faultAt, unplaced } from "../../ui/faults";
import { tellDone } from "../../ui/toast";

const names: Record<Language, string> = { en: "English", fr: "Français" };

export function ProfileForm({ user }: { user: SignedIn }) {
  const { t } = useTranslation("account");
  const change = useChangeMe();
  const setLanguage = useSetLanguage();
  const [displayName, setDisplayName] = useState(user.displayName);
  const failure = unplaced(change.error, ["/displayName"]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ displayName }, { onSuccess: () => { tellDone(t("mine.saved")); } });
  };

  return (
    <Paper p={{ base: "md", sm: "lg" }} component="section" aria-labelledby="profile">
      <Title order={2} size="h3" id="profile" mb="md">{t("mine.profile")}</Title>
      <form onSubmit={submit}>
        <Stack gap="md">
          {failure && <Alert color="red" role="alert">{failure}</Alert>}
          <TextInput label={t("signIn.name")} description={t("mine.nameHelp")} value={user.name} readOnly />
          <TextInput
            label={t("setup.displayName")} description={t("setup.displayNameHelp")} value={displayName} required autoComplete="name"
            error={faultAt(change.error, "/displayName")} onChange={event => { setDisplayName(event.currentTarget.value); }}
          />
          <div>
            <Text size="sm" fw={500} id="language">{t("mine.language")}</Text>
            <SegmentedControl
              aria-labelledby="language" value={currentLanguage()} data={languages.map(value => ({ value, label: <span lang={value}>{names[value]}</span> }))}
              onChange={value => { void setLanguage(value as Language); }}
            />
          </div>
          <Group justify="flex-end"><Button type="submit" loading={change.isPending} disabled={displayName === user.displayName}>{t("common:save")}</Button></Group>
        </Stack>
      </form>
    </Paper>
  );
}
