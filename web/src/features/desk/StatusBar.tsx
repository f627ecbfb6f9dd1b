import { Button, Group, Menu, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAgentCodes, type AgentStatus } from "../../api/work";
import { IconChevronDown } from "../../ui/icons";
import { Tag, type Tone } from "../../ui/Tag";
import classes from "./desk.module.css";
import { useDesk } from "./DeskContext";
import { Timer } from "./Timer";

/** What an agent may choose; the others come about by calls. */
const choices = ["available", "on-break", "working-offline", "logged-out"] as const;
const tones: Partial<Record<AgentStatus, Tone>> = { available: "good", offered: "accent", busy: "accent", "wrap-up": "warn" };

/** What the agent is doing and for how long, and what to do next. */
export function StatusBar() {
  const { t } = useTranslation("desk");
  const { agent, work, deeds } = useDesk();
  const { data: codes } = useAgentCodes(agent);
  // One of the list, or one that the server gives by itself.
  const reason = work.code && (codes?.statuses.find(({ code }) => code === work.code)?.name ?? t(`reasons.${work.code}`, { defaultValue: work.code }));
  return (
    <section className={classes.status} aria-label={t("status.title")}>
      <div>
        <Text size="sm" c="dimmed">{work.name}</Text>
        <Group gap={8} wrap="nowrap" className={classes.state ?? ""}>
          <Tag tone={tones[work.status] ?? "plain"}>{t(`statuses.${work.status}`)}{reason ? ` · ${reason}` : ""}</Tag>
          {work.since && <Timer since={work.since} />}
        </Group>
        {work.next && work.next !== work.status && <Text size="sm" c="dimmed">{t("status.next", { status: t(`statuses.${work.next}`) })}</Text>}
      </div>
      <Group gap={6} role="group" aria-label={t("status.choose")}>
        {choices.filter(status => status !== "logged-out" || work.status !== "logged-out").map(status => (
          <StatusButton
            key={status} status={status} chosen={work.status === status || work.next === status}
            reasons={codes?.statuses.filter(code => code.status === status) ?? []} onChoose={code => { deeds.setStatus(status, code); }}
          />
        ))}
      </Group>
    </section>
  );
}

interface ButtonProps {
  status: (typeof choices)[number];
  chosen: boolean;
  reasons: { code: string; name: string }[];
  onChoose: (code?: string) => void;
}

/** One status; where there are reasons for it, one of them is asked for. */
function StatusButton({ status, chosen, reasons, onChoose }: ButtonProps) {
  const { t } = useTranslation("desk");
  const look = { variant: chosen ? "filled" : "default", "aria-pressed": chosen, color: "evergreen" } as const;
  if (reasons.length === 0) return <Button {...look} onClick={() => { onChoose(); }}>{t(`buttons.${status}`)}</Button>;
  return (
    <Menu>
      <Menu.Target><Button {...look} rightSection={<IconChevronDown size={14} />}>{t(`buttons.${status}`)}</Button></Menu.Target>
      <Menu.Dropdown>
        {reasons.map(({ code, name }) => <Menu.Item key={code} onClick={() => { onChoose(code); }}>{name}</Menu.Item>)}
        <Menu.Divider />
        <Menu.Item onClick={() => { onChoose(); }}>{t("status.noReason")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
