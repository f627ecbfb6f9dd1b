import { ActionIcon, Anchor, Button, Group, Input, NumberInput, Stack, Switch, Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Json } from "../../../api/types";
import { objectPlace } from "../../../app/places";
import { fieldId, useReadOnly } from "../../../ui/fields/FormContext";
import type { FieldProps } from "../../../ui/fields/types";
import { useFieldWords } from "../../../ui/fields/useFieldWords";
import { withItem, withoutItem } from "../../../ui/fields/values";
import { IconPlus, IconSearch, IconTrash } from "../../../ui/icons";
import { Pages } from "../shared/Pages";
import { useProblemWords } from "../shared/useProblemWords";
import { AddMembersDialog } from "./AddMembersDialog";
import { findMembers, usualSkill, withAgents, type Member } from "./member";
import { useAgentNames } from "./useAgentNames";

const page = 25;
const searchFrom = 8;

function readMembers(value: Json | undefined): Member[] {
  return Array.isArray(value) ? value.map((item): Member => (typeof item === "object" && item !== null && !Array.isArray(item) ? { agent: "", ...item } : { agent: String(item) })) : [];
}

/** Who takes the queue's calls, and how well. */
export function MembersField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { t } = useTranslation("config");
  const words = useFieldWords(field, scope, pointer);
  const problem = useProblemWords();
  const readOnly = useReadOnly();
  const names = useAgentNames();
  const [search, setSearch] = useState("");
  const [at, setAt] = useState(1);
  const [adding, setAdding] = useState(false);
  const members = readMembers(value);
  const found = findMembers(members, names, search);
  const pages = Math.max(1, Math.ceil(found.length / page));
  const shown = found.slice((Math.min(at, pages) - 1) * page, Math.min(at, pages) * page);
  const set = (changed: Member[]) => { onChange(changed); };
  const nameOf = (agent: string) => names.get(agent) ?? agent;

  return (
    <Input.Wrapper label={words.label} description={words.description ?? t("members.help")} error={words.error} required={field.required ?? false} labelElement="div">
      <Stack gap="sm" mt="xs" id={fieldId(pointer)} tabIndex={-1} role="group" aria-label={words.label}>
        <Group gap="sm">
          {members.length > searchFrom && (
            <TextInput
              type="search" flex={1} maw={300} leftSection={<IconSearch size={16} />} placeholder={t("members.search")} aria-label={t("members.search")} value={search}
              onChange={(event) => { setSearch(event.currentTarget.value); setAt(1); }}
            />
          )}
          {!readOnly && <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => { setAdding(true); }}>{t("members.add")}</Button>}
          <Text size="sm" c="dimmed" role="status">{t("members.count", { count: members.length })}</Text>
        </Group>
        {members.length === 0 && <Text size="sm" c="dimmed">{t("members.none")}</Text>}
        {shown.length > 0 && (
          <Table verticalSpacing={6} horizontalSpacing="xs" layout="fixed">
            <Table.Thead>
              <Table.Tr><Table.Th>{t("members.agent")}</Table.Th><Table.Th w={92}>{t("members.skill")}</Table.Th><Table.Th w={72}>{t("members.enabled")}</Table.Th><Table.Th w={44}><span className="unseen">{t("members.deeds")}</span></Table.Th></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map(({ member, index }) => (
                <Table.Tr key={`${member.agent} ${String(index)}`} id={fieldId(`${pointer}/${String(index)}`)} tabIndex={-1}>
                  <Table.Td style={{ overflowWrap: "anywhere" }}>
                    <Anchor component={Link} size="sm" to={objectPlace("agents", member.agent)}>{nameOf(member.agent)}</Anchor>
                    {nameOf(member.agent) !== member.agent && <Text span size="xs" c="dimmed" ms={6}>{member.agent}</Text>}
                    {problem(`${pointer}/${String(index)}`, true) && <Text size="xs" c="var(--rappel-bad)">{problem(`${pointer}/${String(index)}`, true)}</Text>}
                  </Table.Td>
                  <Table.Td>
                    {typeof member.skill === "string" ? <Text size="sm" ff="monospace">{member.skill}</Text> : (
                      <NumberInput
                        size="xs" min={1} max={10} value={member.skill ?? usualSkill} readOnly={readOnly} aria-label={t("members.skillOf", { name: nameOf(member.agent) })}
                        onChange={(skill) => { if (skill !== "") set(withItem(members, index, { ...member, skill: Number(skill) })); }}
                      />
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Switch
                      checked={member.enabled !== false} disabled={readOnly} aria-label={t("members.enabledOf", { name: nameOf(member.agent) })}
                      onChange={(event) => { set(withItem(members, index, { ...member, enabled: event.currentTarget.checked })); }}
                    />
                  </Table.Td>
                  <Table.Td>
                    {!readOnly && (
                      <ActionIcon variant="subtle" color="red" aria-label={t("members.remove", { name: nameOf(member.agent) })} onClick={() => { set(withoutItem(members, index)); }}>
                        <IconTrash size={16} />
                      </ActionIcon>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {members.length > 0 && found.length === 0 && <Text size="sm" c="dimmed">{t("members.notFound", { search })}</Text>}
        <Pages count={pages} current={Math.min(at, pages)} onChange={setAt} />
      </Stack>
      {adding && (
        <AddMembersDialog
          members={new Set(members.map((member) => member.agent))} onClose={() => { setAdding(false); }}
          onAdd={(agents, skill) => { set(withAgents(members, agents, skill)); setAdding(false); setSearch(""); }}
        />
      )}
    </Input.Wrapper>
  );
}
