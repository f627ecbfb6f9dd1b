import { Checkbox, Skeleton } from "@mantine/core";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { IconArrowDown, IconArrowUp } from "../icons";
import classes from "./DataTable.module.css";

export interface Column<T> {
  id: string;
  title: string;
  cell: (row: T) => ReactNode;
  /** Right-aligned, with figures of one width. */
  figure?: boolean;
  /** By what the server sorts it; without it the column is not sorted by. */
  sort?: string;
  /** Buttons: without a heading on a card. */
  deeds?: boolean;
}

interface Props<T> {
  /** What the table shows, for screen readers. */
  label: string;
  /** The first names the row: it is a link where there is `place`. */
  columns: Column<T>[];
  /** Undefined while they come. */
  rows: T[] | undefined;
  rowKey: (row: T) => string;
  /** The row's page. */
  place?: (row: T) => string;
  /** `name`, or `-name` downwards. */
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  /** Rows that can be chosen, for what is done to several of them. */
  choice?: Choice<T>;
}

interface Choice<T> {
  chosen: ReadonlySet<string>;
  onChoose: (keys: string[], chosen: boolean) => void;
  /** What a row's box says to screen readers. */
  nameOf: (row: T) => string;
  allLabel: string;
}

const PENDING = 6;

/** Rows on a wide screen, cards on a narrow one. Arrow keys go from row to row. */
export function DataTable<T>({ label, columns, rows, rowKey, place, sort, onSort, choice }: Props<T>) {
  const { t } = useTranslation("editor");
  const sorted = (column: Column<T>) => (column.sort === undefined || !sort?.endsWith(column.sort) ? undefined : sort.startsWith("-") ? "descending" : "ascending");
  const keys = rows?.map(rowKey) ?? [];
  const chosen = keys.filter(key => choice?.chosen.has(key)).length;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways has to be scrolled by keys too
    <div className={classes.frame} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table} aria-label={label} aria-busy={rows === undefined}>
        <thead>
          <tr>
            {choice && (
              <th scope="col" data-choice>
                <Checkbox
                  size="xs" aria-label={choice.allLabel} checked={keys.length > 0 && chosen === keys.length} indeterminate={chosen > 0 && chosen < keys.length}
                  onChange={event => { choice.onChoose(keys, event.currentTarget.checked); }}
                />
              </th>
            )}
            {columns.map(column => (
              <th key={column.id} scope="col" data-figure={column.figure} aria-sort={sorted(column)}>
                {column.sort && onSort
                  ? (
                    <button type="button" className={classes.sort} onClick={() => { onSort(sorted(column) === "ascending" ? `-${column.sort ?? ""}` : column.sort ?? ""); }}>
                      {column.title}
                      {sorted(column) === "ascending" && <IconArrowUp size={14} aria-hidden />}
                      {sorted(column) === "descending" && <IconArrowDown size={14} aria-hidden />}
                    </button>
                  )
                  : column.deeds ? <span className="unseen">{column.title}</span> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows?.map(row => (
            <tr key={rowKey(row)} data-place={place ? true : undefined} data-chosen={choice?.chosen.has(rowKey(row)) ? true : undefined}>
              {choice && (
                <td data-choice>
                  <Checkbox
                    size="xs" aria-label={choice.nameOf(row)} checked={choice.chosen.has(rowKey(row))}
                    onChange={event => { choice.onChoose([rowKey(row)], event.currentTarget.checked); }}
                  />
                </td>
              )}
              {columns.map((column, index) => {
                const content = column.cell(row);
                return (
                  <td key={column.id} data-label={column.deeds ? undefined : column.title} data-figure={column.figure} data-deeds={column.deeds} data-first={index === 0} data-blank={isBlank(content)}>
                    {index === 0 && place ? <Link to={place(row)} className={classes.link} onKeyDown={stepThroughRows}>{content}</Link> : content}
                  </td>
                );
              })}
            </tr>
          )) ?? Array.from({ length: PENDING }, (_, index) => (
            <tr key={index}>{columns.map(column => <td key={column.id}><Skeleton height={14} width="70%" /></td>)}</tr>
          ))}
        </tbody>
      </table>
      {rows === undefined && <span className="unseen" role="status">{t("loading")}</span>}
    </div>
  );
}

const isBlank = (content: ReactNode) => content === null || content === undefined || content === "" || content === false;

function stepThroughRows(event: KeyboardEvent<HTMLAnchorElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const links = [...(event.currentTarget.closest("tbody")?.querySelectorAll<HTMLAnchorElement>("td[data-first=true] a") ?? [])];
  const next = links[links.indexOf(event.currentTarget) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
