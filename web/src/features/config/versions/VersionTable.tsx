import { ActionIcon, Button, Checkbox, Group, Menu, Paper, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Version } from "../../../api/types";
import { Tag } from "../../../ui/Tag";
import { IconArrowBackUp, IconDotsVertical, IconDownload, IconSearch } from "../../../ui/icons";

interface Props {
  versions: readonly Version[];
  current: number | undefined;
  writes: boolean;
  exportOf: (version: number) => string;
  onCompare: (from: number, to: number) => void;
  onRestore: (version: number) => void;
}

/** Versions, newest first; two of them are ticked to be compared. */
export function VersionTable({ versions, current, writes, exportOf, onCompare, onRestore }: Props) {
  const { t, i18n } = useTranslation("versions");
  const [ticked, setTicked] = useState<number[]>([]);
  const [older, newer] = [...ticked].sort((first, second) => first - second);
  const tick = (version: number) => {
    setTicked(ticked.includes(version) ? ticked.filter((one) => one !== version) : [...ticked, version].slice(-2));
  };
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">{t("compare.help")}</Text>
        <Button
          variant="default" leftSection={<IconSearch size={16} />} disabled={older === undefined || newer === undefined}
          onClick={() => { if (older !== undefined && newer !== undefined) onCompare(older, newer); }}
        >
          {t("compare.button")}
        </Button>
      </Group>
      <Paper px="xs">
        <Table verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={40}><span className="unseen">{t("compare.button")}</span></Table.Th>
              <Table.Th>{t("column.version")}</Table.Th>
              <Table.Th visibleFrom="sm">{t("column.at")}</Table.Th>
              <Table.Th visibleFrom="sm">{t("column.who")}</Table.Th>
              <Table.Th>{t("column.note")}</Table.Th>
              <Table.Th ta="end">{t("column.changes")}</Table.Th>
              <Table.Th w={44}><span className="unseen">{t("deeds")}</span></Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {versions.map(({ version, at, who, note, changes }) => (
              <Table.Tr key={version}>
                <Table.Td><Checkbox checked={ticked.includes(version)} onChange={() => { tick(version); }} aria-label={t("compare.tick", { version })} /></Table.Td>
                <Table.Td>
                  <Group gap="xs"><Text fw={600}>{version}</Text>{version === current && <Tag tone="good">{t("inForce")}</Tag>}</Group>
                  <Text size="xs" c="dimmed" hiddenFrom="sm">{new Date(at).toLocaleString(i18n.language, { dateStyle: "medium", timeStyle: "short" })}{who ? `, ${who}` : ""}</Text>
                </Table.Td>
                <Table.Td visibleFrom="sm">{new Date(at).toLocaleString(i18n.language, { dateStyle: "medium", timeStyle: "short" })}</Table.Td>
                <Table.Td visibleFrom="sm">{who ?? ""}</Table.Td>
                <Table.Td style={{ overflowWrap: "anywhere" }}>{note === null || note === "" ? <Text span c="dimmed" size="sm">{t("noNote")}</Text> : note}</Table.Td>
                <Table.Td ta="end">{changes}</Table.Td>
                <Table.Td>
                  <Menu position="bottom-end">
                    <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t("actions", { version })}><IconDotsVertical size={16} /></ActionIcon></Menu.Target>
                    <Menu.Dropdown>
                      {version > 1 && <Menu.Item leftSection={<IconSearch size={16} />} onClick={() => { onCompare(version - 1, version); }}>{t("compare.before")}</Menu.Item>}
                      {current !== undefined && version < current && <Menu.Item leftSection={<IconSearch size={16} />} onClick={() => { onCompare(version, current); }}>{t("compare.current")}</Menu.Item>}
                      {writes && version !== current && <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => { onRestore(version); }}>{t("restore.menu")}</Menu.Item>}
                      {writes && <Menu.Item component="a" href={exportOf(version)} download leftSection={<IconDownload size={16} />}>{t("export.menu")}</Menu.Item>}
                    </Menu.Dropdown>
                  </Menu>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </>
  );
}
