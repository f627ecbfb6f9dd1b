import { Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { IconSearch } from "../../../ui/icons";
import { useSlash } from "../../../ui/table/useSlash";
import classes from "./callbacks.module.css";
import type { Names } from "./columns";

const PAUSE = 250;
const states = ["waiting", "offering", "dialling", "connected", "delayed", "completed", "exhausted", "expired", "cancelled", "served", "bad-number"] as const;

interface Props {
  query: URLSearchParams;
  onChange: (name: string, value: string) => void;
  names: Names;
}

/** What the list is narrowed by; all of it is in the page's address. */
export function CallbackFilters({ query, onChange, names }: Props) {
  const { t } = useTranslation("callbacks");
  const { t: words } = useTranslation("board");
  const box = useRef<HTMLInputElement>(null);
  useSlash(box);
  const find = useDebouncedCallback((text: string) => { onChange("search", text); }, PAUSE);
  const choices = (map: ReadonlyMap<string, string>) => [...map].map(([value, label]) => ({ value, label }));
  return (
    <div className={classes.filters} role="search">
      <TextInput
        ref={box} type="search" className={classes.search} label={t("search")} placeholder={t("searchHint")} defaultValue={query.get("search") ?? ""}
        leftSection={<IconSearch size={16} />} onChange={event => { find(event.currentTarget.value); }}
      />
      <Select
        label={words("agents.status")} value={query.get("status") ?? "open"} onChange={status => { onChange("status", status === "open" ? "" : status ?? ""); }} allowDeselect={false}
        data={[
          { value: "open", label: t("allOpen") }, { value: "held", label: t("held") },
          ...states.map(value => ({ value, label: words(`callbackStates.${value}`) })), { value: "all", label: t("all") },
        ]}
      />
      <Select label={words("queues.queue")} placeholder={t("anyQueue")} clearable value={query.get("queue")} onChange={queue => { onChange("queue", queue ?? ""); }} data={choices(names.queues)} />
      <Select
        label={words("agents.agent")} placeholder={t("anyAgent")} clearable searchable limit={50} value={query.get("agent")}
        onChange={agent => { onChange("agent", agent ?? ""); }} data={choices(names.agents)}
      />
    </div>
  );
}
