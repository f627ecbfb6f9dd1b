import { Button, Group, Stack, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../shared/Dialog";
import { cleanNumber, isFullNumber, type Contact } from "./readContacts";

interface Props {
  /** Undefined makes a new one. */
  contact: Contact | undefined;
  /** Numbers of the others. */
  taken: ReadonlySet<string>;
  onApply: (contact: Contact) => void;
  onClose: () => void;
}

/** `name=value`, one a line; lines without a name are dropped. */
function readVariables(text: string): Record<string, string> {
  return Object.fromEntries(text.split("\n").flatMap((line) => {
    const at = line.indexOf("=");
    const name = line.slice(0, at).trim();
    return at > 0 && name !== "" ? [[name, line.slice(at + 1).trim()]] : [];
  }));
}

/** One contact. */
export function ContactDialog({ contact, taken, onApply, onClose }: Props) {
  const { t } = useTranslation("contacts");
  const [number, setNumber] = useState(contact?.number ?? "");
  const [name, setName] = useState(contact?.name ?? "");
  const [variables, setVariables] = useState(Object.entries(contact?.variables ?? {}).map(([one, value]) => `${one}=${value}`).join("\n"));
  const [tried, setTried] = useState(false);
  const clean = cleanNumber(number);
  const fault = !isFullNumber(clean) ? t("fault.bad-number") : taken.has(clean) ? t("fault.already-listed") : null;
  const apply = () => {
    setTried(true);
    if (fault) return;
    const read = readVariables(variables);
    onApply({ number: clean, ...(name.trim() ? { name: name.trim() } : {}), ...(Object.keys(read).length > 0 ? { variables: read } : {}) });
  };
  return (
    <Dialog onClose={onClose} title={t(contact ? "edit" : "add")}>
      <form onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); apply(); }}>
        <Stack>
          <TextInput type="tel" label={t("number")} placeholder="+15145550123" required data-autofocus value={number} error={tried ? fault : null} onChange={(event) => { setNumber(event.currentTarget.value); }} />
          <TextInput label={t("name")} value={name} maxLength={100} onChange={(event) => { setName(event.currentTarget.value); }} />
          <Textarea label={t("variables")} description={t("variablesHelp")} autosize minRows={2} value={variables} onChange={(event) => { setVariables(event.currentTarget.value); }} styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t("cancel")}</Button>
            <Button type="submit">{t("apply")}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
