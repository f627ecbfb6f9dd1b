import { Anchor, Button, Checkbox, Group, NumberInput, ScrollArea, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { newPlace } from "../../../app/places";
import { IconSearch } from "../../../ui/icons";
import { Dialog } from "../shared/Dialog";
import { usualSkill } from "./member";
import { useAgentNames } from "./useAgentNames";

interface Props {
  /** Who is in the queue already. */
  members: ReadonlySet<string>;
  onAdd: (agents: string[], skill: number) => void;
  onClose: () => void;
}

/** So many rows are drawn; the search finds the others. */
const mostShown = 100;

/** Chooses agents, one or hundreds, and the skill they begin with. */
export function AddMembersDialog({ members, onAdd, onClose }: Props) {
  const { t } = useTranslation("config");
  const names = useAgentNames();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [skill, setSkill] = useState(usualSkill);
  const wanted = search.trim().toLocaleLowerCase();
  const free = [...names].filter(([key]) => !members.has(key));
  const found = free.filter(([key, name]) => wanted === "" || `${key} ${name}`.toLocaleLowerCase().includes(wanted));
  const all = found.length > 0 && found.every(([key]) => chosen.has(key));
  const toggle = (keys: string[], on: boolean) => {
    const next = new Set(chosen);
    keys.forEach((key) => { if (on) next.add(key); else next.delete(key); });
    setChosen(next);
  };
  return (
    <Dialog onClose={onClose} title={t("members.addTitle")}>
      <Stack>
        {names.size === 0 ? <Text>{t("members.noAgents")} <Anchor component={Link} underline="always" to={newPlace("agents")}>{t("members.makeAgent")}</Anchor></Text> : (
          <>
            <TextInput type="search" data-autofocus leftSection={<IconSearch size={16} />} placeholder={t("members.search")} aria-label={t("members.search")} value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} />
            <Checkbox label={t("members.all", { count: found.length })} checked={all} disabled={found.length === 0} onChange={(event) => { toggle(found.map(([key]) => key), event.currentTarget.checked); }} />
            <ScrollArea.Autosize mah={300} type="auto" offsetScrollbars>
              <Stack gap="xs">
                {found.slice(0, mostShown).map(([key, name]) => (
                  <Checkbox key={key} label={name === key ? key : `${name} (${key})`} checked={chosen.has(key)} onChange={(event) => { toggle([key], event.currentTarget.checked); }} />
                ))}
              </Stack>
            </ScrollArea.Autosize>
            {found.length > mostShown && <Text size="sm" c="dimmed">{t("members.narrow", { count: found.length - mostShown })}</Text>}
            {found.length === 0 && <Text size="sm" c="dimmed">{free.length === 0 ? t("members.allIn") : t("members.notFound", { search })}</Text>}
            <NumberInput label={t("members.skill")} description={t("members.skillHelp")} min={1} max={10} clampBehavior="strict" value={skill} w={180} onChange={(typed) => { if (typed !== "") setSkill(Number(typed)); }} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t("cancel")}</Button>
          <Button disabled={chosen.size === 0} onClick={() => { onAdd([...chosen], skill); }}>{t("members.addCount", { count: chosen.size })}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
