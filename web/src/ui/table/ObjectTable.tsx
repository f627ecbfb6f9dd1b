import { Alert, Button, Group, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useRef, useState, type ComponentType, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { pageSize, useObjects } from "../../api/draft";
import { may } from "../../api/permissions";
import { useUser } from "../../api/session";
import type { Item, Section, Value } from "../../api/types";
import { newPlace, objectPlace } from "../../app/places";
import { EmptyState } from "../EmptyState";
import { IconPlus, IconSearch, IconSearchOff } from "../icons";
import { StateBadge } from "../StateBadge";
import { DataTable, type Column } from "./DataTable";
import { useSlash } from "./useSlash";

export type ObjectColumn<T extends Value> = Column<Item<T>>;

interface Props<T extends Value> {
  section: Section;
  /** After the name, which every table begins with, and before the state. */
  columns: ObjectColumn<T>[];
  /** While there are none: what such an object is for, and the way to the first. */
  empty: { icon?: ComponentType<{ size?: number; stroke?: number }>; title: string; next: ReactNode; action?: ReactNode };
  /** Before the button that adds one: import, say. */
  deeds?: ReactNode;
}

const PAUSE = 250;

/** A list of a section's objects: found by any text, sorted, page by page, with what differs from the published ones. */
export function ObjectTable<T extends Value = Value>({ section, columns, empty, deeds }: Props<T>) {
  const { t } = useTranslation("editor");
  const [query, setQuery] = useSearchParams();
  const search = query.get("search") ?? "";
  const sort = query.get("sort") ?? undefined;
  // The keys that the pages before this one ended with: pages have no numbers, so that they bear additions.
  const [trail, setTrail] = useState<string[]>([]);
  const box = useRef<HTMLInputElement>(null);
  const after = trail.at(-1);
  const { data, error, isPlaceholderData } = useObjects<T>(section, { ...(search ? { search } : {}), ...(after ? { after } : {}), ...(sort ? { sort } : {}) });
  const mayWrite = may(useUser(), "configuration:write");

  const set = (name: string, value: string) => {
    setTrail([]);
    setQuery(known => {
      const next = new URLSearchParams(known);
      if (value) next.set(name, value); else next.delete(name);
      return next;
    }, { replace: true });
  };
  const find = useDebouncedCallback((text: string) => { set("search", text); }, PAUSE);
  useSlash(box);

  const one = t(`sections.${section}.one`);
  const add = mayWrite && (
    <Button component={Link} to={newPlace(section)} leftSection={<IconPlus size={17} />}>{t(`sections.${section}.add`)}</Button>
  );
  if (error && !data) return <Alert color="red" role="alert">{error.message}</Alert>;
  if (data?.total === 0 && search === "") {
    return <EmptyState {...empty} action={empty.action ?? add} />;
  }

  const first = trail.length * pageSize + 1;
  return (
    <section aria-label={t(`sections.${section}.many`)}>
      <Group mb="sm" gap="sm">
        <TextInput
          ref={box} type="search" aria-label={t("table.search", { section: one.toLocaleLowerCase() })} placeholder={t("table.searchPlaceholder")} defaultValue={search}
          leftSection={<IconSearch size={16} />} onChange={event => { find(event.currentTarget.value); }} style={{ flex: "1 1 200px" }} maw={360}
        />
        <Group gap="xs" ml="auto">{deeds}{add}</Group>
      </Group>
      {data?.total === 0
        ? <EmptyState icon={IconSearchOff} title={t("table.nothing", { search })} next={t("table.nothingNext")} />
        : (
          <DataTable<Item<T>>
            label={t(`sections.${section}.many`)} rows={data?.items} rowKey={item => item.key} place={item => objectPlace(section, item.key)} sort={sort}
            onSort={next => { set("sort", next); }}
            columns={[
              { id: "name", title: t("table.name"), sort: "name", cell: item => <Named name={item.name} id={item.key} /> },
              ...columns,
              { id: "state", title: t("table.state"), cell: item => (item.state !== "unchanged" || item.problems > 0) && <StateBadge state={item.state} problems={item.problems} /> },
            ]}
          />
        )}
      {data && data.total > 0 && (
        <Group justify="space-between" mt="sm">
          <Text size="sm" c="dimmed" role="status" className="figures">
            {t("table.range", { first, last: first + data.items.length - 1, total: data.total })}
          </Text>
          {(trail.length > 0 || data.next) && (
            <Group gap="xs">
              <Button variant="default" size="xs" disabled={trail.length === 0} onClick={() => { setTrail(trail.slice(0, -1)); }}>{t("table.previous")}</Button>
              <Button variant="default" size="xs" disabled={!data.next || isPlaceholderData} onClick={() => { if (data.next) setTrail([...trail, data.next]); }}>
                {t("table.next")}
              </Button>
            </Group>
          )}
        </Group>
      )}
    </section>
  );
}

function Named({ name, id }: { name: string; id: string }) {
  return <>{name}{name !== id && <Text span display="block" size="xs" c="dimmed" fw={400} ff="monospace">{id}</Text>}</>;
}
