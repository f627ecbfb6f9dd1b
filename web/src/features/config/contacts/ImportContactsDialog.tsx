import { Alert, Button, FileButton, Group, ScrollArea, Stack, Table, Text, Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconUpload } from "../../../ui/icons";
import { Dialog } from "../shared/Dialog";
import { readContacts, type Contact } from "./readContacts";

interface Props {
  /** Numbers of the list as it is. */
  existing: ReadonlySet<string>;
  onImport: (contacts: Contact[]) => void;
  onClose: () => void;
}

const mostShown = 50;

/** Text of a CSV file: UTF-8 as it should be, else what spreadsheets of the West write. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Pasted cells or a CSV file, shown with what is wrong before any of it counts. */
export function ImportContactsDialog({ existing, onImport, onClose }: Props) {
  const { t } = useTranslation("contacts");
  const [text, setText] = useState("");
  const read = useMemo(() => readContacts(text, existing), [text, existing]);
  const good = read.rows.filter((row) => row.fault === null);
  const bad = read.rows.filter((row) => row.fault !== null);
  // What is wrong is what somebody looks for.
  const shown = [...bad, ...good].slice(0, mostShown);
  return (
    <Dialog onClose={onClose} size="lg" title={t("import.title")}>
      <Stack>
        <Text size="sm">{t("import.help")}</Text>
        <Group>
          <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={(file) => { if (file) void textOf(file).then(setText); }}>
            {(props) => <Button {...props} variant="default" leftSection={<IconUpload size={16} />}>{t("import.file")}</Button>}
          </FileButton>
        </Group>
        <Textarea
          label={t("import.paste")} placeholder={t("import.example")} minRows={4} maxRows={8} autosize value={text} onChange={(event) => { setText(event.currentTarget.value); }}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        />
        {read.rows.length > 0 && (
          <div aria-live="polite">
            <Alert color={bad.length > 0 ? "yellow" : "green"}>
              {t("import.good", { count: good.length })} {bad.length > 0 && t("import.bad", { count: bad.length })}
              {read.variables.length > 0 && <Text size="sm">{t("import.variables", { names: read.variables.join(", ") })}</Text>}
            </Alert>
            <ScrollArea.Autosize mah={260} mt="sm" type="auto">
              <Table verticalSpacing={4}>
                <Table.Thead><Table.Tr><Table.Th>{t("import.line")}</Table.Th><Table.Th>{t("number")}</Table.Th><Table.Th>{t("name")}</Table.Th><Table.Th>{t("import.problem")}</Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>
                  {shown.map(({ line, contact, fault }) => (
                    <Table.Tr key={line}>
                      <Table.Td>{line}</Table.Td><Table.Td className="figures">{contact.number}</Table.Td><Table.Td>{contact.name}</Table.Td>
                      <Table.Td>{fault && <Text size="sm" c="var(--rappel-bad)">{t(`fault.${fault}`)}</Text>}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </ScrollArea.Autosize>
            {read.rows.length > mostShown && <Text size="xs" c="dimmed">{t("import.more", { count: read.rows.length - mostShown })}</Text>}
          </div>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t("cancel")}</Button>
          <Button disabled={good.length === 0} onClick={() => { onImport(good.map((row) => row.contact)); }}>{t("import.do", { count: good.length })}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
