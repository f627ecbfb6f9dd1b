import { ActionIcon, Button, Group, Input, Stack, Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Json } from "../../../api/types";
import { fieldId, useReadOnly } from "../../../ui/fields/FormContext";
import type { FieldProps } from "../../../ui/fields/types";
import { useFieldWords } from "../../../ui/fields/useFieldWords";
import { withItem, withoutItem } from "../../../ui/fields/values";
import { IconEdit, IconPlus, IconSearch, IconTrash, IconUpload } from "../../../ui/icons";
import { Pages } from "../shared/Pages";
import { useProblemWords } from "../shared/useProblemWords";
import { ContactDialog } from "./ContactDialog";
import { ImportContactsDialog } from "./ImportContactsDialog";
import type { Contact } from "./readContacts";

export type ContactListValue = { name?: string; contacts?: Contact[] };

const page = 25;

const isContact = (item: Json): item is Contact => typeof item === "object" && item !== null && !Array.isArray(item);

/** The contacts of a list, which may be a hundred thousand. */
export function ContactsField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { t } = useTranslation("contacts");
  const words = useFieldWords(field, scope, pointer);
  const problem = useProblemWords();
  const readOnly = useReadOnly();
  const [search, setSearch] = useState("");
  const [at, setAt] = useState(1);
  const [open, setOpen] = useState<{ kind: "import" } | { kind: "contact"; index: number | null } | null>(null);
  const contacts = Array.isArray(value) ? value.filter(isContact) : [];
  const wanted = search.trim().toLocaleLowerCase();
  const found = contacts.map((contact, index) => ({ contact, index }))
    .filter(({ contact }) => wanted === "" || `${contact.number} ${contact.name ?? ""} ${Object.values(contact.variables ?? {}).join(" ")}`.toLocaleLowerCase().includes(wanted));
  const pages = Math.max(1, Math.ceil(found.length / page));
  const current = Math.min(at, pages);
  const close = () => { setOpen(null); };
  return (
    <Input.Wrapper label={words.label} description={t("help")} error={words.error} labelElement="div">
      <Stack gap="sm" mt="xs" id={fieldId(pointer)} tabIndex={-1} role="group" aria-label={words.label}>
        <Group gap="sm">
          {contacts.length > page && (
            <TextInput type="search" flex={1} maw={320} leftSection={<IconSearch size={16} />} placeholder={t("search")} aria-label={t("search")} value={search} onChange={(event) => { setSearch(event.currentTarget.value); setAt(1); }} />
          )}
          {!readOnly && <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => { setOpen({ kind: "contact", index: null }); }}>{t("add")}</Button>}
          {!readOnly && <Button variant="default" leftSection={<IconUpload size={16} />} onClick={() => { setOpen({ kind: "import" }); }}>{t("import.button")}</Button>}
          <Text size="sm" c="dimmed" role="status">{t("count", { count: contacts.length })}</Text>
        </Group>
        {contacts.length === 0 && <Text size="sm" c="dimmed">{t("none")}</Text>}
        {found.length > 0 && (
          <Table verticalSpacing={6} layout="fixed">
            <Table.Thead><Table.Tr><Table.Th w="38%">{t("number")}</Table.Th><Table.Th>{t("name")}</Table.Th><Table.Th visibleFrom="sm">{t("variables")}</Table.Th><Table.Th w={80}><span className="unseen">{t("deeds")}</span></Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {found.slice((current - 1) * page, current * page).map(({ contact, index }) => {
                const told = problem(`${pointer}/${String(index)}`, true);
                return (
                  <Table.Tr key={index} id={fieldId(`${pointer}/${String(index)}`)} tabIndex={-1}>
                    <Table.Td className="figures" style={{ overflowWrap: "anywhere" }}>{contact.number}{told && <Text size="xs" c="var(--rappel-bad)">{told}</Text>}</Table.Td>
                    <Table.Td style={{ overflowWrap: "anywhere" }}>{contact.name}</Table.Td>
                    <Table.Td visibleFrom="sm"><Text size="sm" c="dimmed" truncate>{Object.entries(contact.variables ?? {}).map(([name, one]) => `${name}: ${one}`).join(", ")}</Text></Table.Td>
                    <Table.Td>
                      {!readOnly && (
                        <Group gap={2} wrap="nowrap" justify="flex-end">
                          <ActionIcon variant="subtle" color="gray" aria-label={t("editOf", { number: contact.number })} onClick={() => { setOpen({ kind: "contact", index }); }}><IconEdit size={16} /></ActionIcon>
                          <ActionIcon variant="subtle" color="red" aria-label={t("removeOf", { number: contact.number })} onClick={() => { onChange(withoutItem(contacts, index)); }}><IconTrash size={16} /></ActionIcon>
                        </Group>
                      )}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        )}
        {contacts.length > 0 && found.length === 0 && <Text size="sm" c="dimmed">{t("notFound", { search })}</Text>}
        <Pages count={pages} current={current} onChange={setAt} />
      </Stack>
      {open?.kind === "contact" && (
        <ContactDialog
          contact={open.index === null ? undefined : contacts[open.index]} onClose={close}
          taken={new Set(contacts.filter((_, index) => index !== open.index).map((contact) => contact.number))}
          onApply={(contact) => { onChange(open.index === null ? [...contacts, contact] : withItem(contacts, open.index, contact)); close(); }}
        />
      )}
      {open?.kind === "import" && (
        <ImportContactsDialog existing={new Set(contacts.map((contact) => contact.number))} onClose={close} onImport={(added) => { onChange([...contacts, ...added]); close(); }} />
      )}
    </Input.Wrapper>
  );
}
