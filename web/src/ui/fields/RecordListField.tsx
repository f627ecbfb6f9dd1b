import { Button, Input, Pagination, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Json } from "../../api/types";
import { pointerTo } from "../../app/places";
import { IconPlus } from "../icons";
import { fieldId, useReadOnly } from "./FormContext";
import classes from "./RecordList.module.css";
import { RecordRow } from "./RecordRow";
import type { FieldProps } from "./types";
import { useFieldWords } from "./useFieldWords";
import { movedItem, withItem, withoutItem } from "./values";

const PAGE = 25;

/** A list whose items are rows of fields (members, codes), or single references: add, take away, move. Long lists have pages. */
export function RecordListField({ field, value, onChange, pointer, scope }: FieldProps) {
  const { t } = useTranslation("fields");
  const { label, description, error } = useFieldWords(field, scope, pointer);
  const readOnly = useReadOnly();
  const [page, setPage] = useState(1);
  const items: Json[] = Array.isArray(value) ? value : [];
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  const shown = Math.min(page, pages);
  const first = (shown - 1) * PAGE;
  const set = (changed: Json[]) => { onChange(changed.length === 0 ? undefined : changed); };
  const move = (from: number, to: number) => {
    set(movedItem(items, from, to));
    setPage(Math.floor(Math.max(0, to) / PAGE) + 1);
  };
  const add = () => {
    set([...items, field.item?.kind === "record" ? {} : ""]);
    setPage(Math.floor(items.length / PAGE) + 1);
  };

  return (
    <Input.Wrapper label={label} description={description} error={error} required={field.required ?? false} labelElement="div">
      <Stack gap="xs" mt={6} id={fieldId(pointer)} tabIndex={-1} role="group" aria-label={label}>
        {items.length === 0 && <Text size="sm" c="dimmed" className={classes.empty}>{t("list.empty")}</Text>}
        <ol className={classes.rows} start={first + 1}>
          {items.slice(first, first + PAGE).map((item, offset) => {
            const index = first + offset;
            return (
              <RecordRow
                // Rows have no name of their own; their place is what they are known by.
                key={index} form={field.item} value={item} index={index} count={items.length} scope={scope} pointer={pointerTo(pointer, index)}
                onChange={changed => { set(withItem(items, index, changed)); }} onMove={to => { move(index, to); }}
                onRemove={() => { set(withoutItem(items, index)); }}
              />
            );
          })}
        </ol>
        {pages > 1 && <Pagination total={pages} value={shown} onChange={setPage} size="sm" getControlProps={control => ({ "aria-label": t(`list.${control}`) })} />}
        {!readOnly && (
          <div>
            <Button
              variant="default" size="xs" leftSection={<IconPlus size={15} />} onClick={add}
              disabled={field.most !== undefined && items.length >= field.most}
            >
              {t("list.add", { label: label.toLocaleLowerCase() })}
            </Button>
          </div>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
