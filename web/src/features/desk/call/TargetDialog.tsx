import { Button, Group, Loader, Modal, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useTargets } from "../../../api/targets";
import type { CallTarget } from "../../../api/work";
import { Tag } from "../../../ui/Tag";
import classes from "../desk.module.css";
import { useDesk } from "../DeskContext";

const SETTLED = 200;
const number = /^\+?[\d\s().-]{3,}$/;

/** Asks to whom: an agent, a queue, or a number that is typed. */
export function TargetDialog({ deed, onClose }: { deed: "transfer" | "consult"; onClose: () => void }) {
  const { t } = useTranslation(["desk", "common"]);
  const { agent, deeds } = useDesk();
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search, SETTLED);
  const { data, error } = useTargets(agent, settled.trim());
  const choose = (to: CallTarget) => {
    deeds[deed](to);
    onClose();
  };
  const row = (key: string, name: string, beside: ReactNode, to: CallTarget, free = true) => (
    <UnstyledButton key={key} className={classes.target ?? ""} disabled={!free} onClick={() => { choose(to); }}><span>{name}</span>{beside}</UnstyledButton>
  );
  const others = data?.agents.filter(other => other.agent !== agent) ?? [];
  // A queue answers nobody's question: only a call is handed to it.
  const queues = deed === "transfer" ? data?.queues ?? [] : [];
  const typed = search.trim();
  return (
    <Modal opened onClose={onClose} title={<Text fw={620}>{t(`targets.${deed}`)}</Text>} closeButtonProps={{ "aria-label": t("common:close") }}>
      <Stack gap="sm">
        <TextInput data-autofocus label={t("targets.search")} description={t("targets.about")} value={search} onChange={event => { setSearch(event.currentTarget.value); }} autoComplete="off" />
        {number.test(typed) && <Group><Button onClick={() => { choose({ number: typed }); }}>{t("targets.number", { number: typed })}</Button></Group>}
        {error && <Text c="var(--rappel-bad)">{error.message}</Text>}
        {!data && !error && <Loader size="sm" />}
        <div className={classes.targets}>
          {others.map(other => row(other.agent, other.name, <Tag tone={other.status === "available" && other.reachable ? "good" : "plain"}>{t(other.reachable ? `statuses.${other.status}` : "targets.noPhone")}</Tag>, { agent: other.agent }, other.free))}
          {queues.map(queue => row(`q-${queue.queue}`, queue.name, <Text size="sm" c="dimmed">{t("targets.waiting", { count: queue.waiting })}</Text>, { queue: queue.queue }))}
        </div>
        {data && others.length + queues.length === 0 && <Text c="dimmed" size="sm">{t("targets.none")}</Text>}
      </Stack>
    </Modal>
  );
}
