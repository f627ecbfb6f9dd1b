import { ActionIcon, Anchor, Group, Select, Tooltip } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { newPlace, objectPlace } from "../../app/places";
import type { AnySection } from "../../api/types";
import { IconExternalLink } from "../icons";
import { useReferenceChoices } from "./useReferenceChoices";

interface Props {
  /** The sections it may name an object of. */
  to: AnySection[];
  value: string | undefined;
  onChange: (key: string | undefined) => void;
  /** Words besides keys that are allowed: `[current channel]`. */
  words?: { value: string; label: string }[];
  id?: string;
  label?: ReactNode;
  "aria-label"?: string;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  readOnly?: boolean;
  placeholder?: string | undefined;
  /** In a row of a table: no links below it. */
  compact?: boolean;
}

const PAUSE = 200;

/** The name of another object: typed to find it among all there are, with the ways to open it and to make a new one. */
export function ReferenceSelect({ to, value, onChange, words = [], compact = false, required = false, readOnly = false, description, ...props }: Props) {
  const { t } = useTranslation("fields");
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [search] = useDebouncedValue(typed, PAUSE);
  const { choices, section, name } = useReferenceChoices(to, value, open ? search : "", open);
  const known = [...words, ...choices.map(choice => ({ value: choice.key, label: choice.name === choice.key ? choice.key : `${choice.name} (${choice.key})` }))];
  const isWord = words.some(word => word.value === value);
  const data = value === undefined || known.some(choice => choice.value === value) ? known : [{ value, label: name ? `${name} (${value})` : value }, ...known];
  const first = to[0];
  const make = !compact && !readOnly && first !== undefined && first !== "tenant" && (
    <Anchor component={Link} to={newPlace(first)} target="_blank" size="xs" underline="always" ml={description ? 6 : 0}>{t("reference.create")}</Anchor>
  );

  return (
    <Group gap={6} wrap="nowrap" align="flex-end">
      <Select
        {...props} required={required} readOnly={readOnly} description={description || make ? <>{description}{make}</> : undefined}
        data={data} value={value ?? null} searchable clearable={!required && !readOnly && value !== undefined} nothingFoundMessage={t("reference.nothing")}
        // The server has searched; what it found is shown.
        filter={({ options }) => options} onSearchChange={text => { setTyped(text); }} onDropdownOpen={() => { setOpen(true); }}
        onDropdownClose={() => { setOpen(false); }} onChange={key => { onChange(key ?? undefined); }} style={{ flex: 1 }} maw={compact ? undefined : 420}
      />
      {!compact && value !== undefined && !isWord && section && (
        <Tooltip label={t("reference.open", { name: name ?? value })}>
          <ActionIcon component={Link} to={objectPlace(section, value)} variant="default" size={36} aria-label={t("reference.open", { name: name ?? value })}>
            <IconExternalLink size={17} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}
