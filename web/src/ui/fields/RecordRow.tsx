import { ActionIcon } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ValueForm } from "../../api/forms";
import type { Json } from "../../api/types";
import { pointerTo } from "../../app/places";
import { IconArrowDown, IconArrowUp, IconTrash } from "../icons";
import { FieldInput } from "./FieldInput";
import { fieldId, useProblemsAt, useReadOnly } from "./FormContext";
import { asRecord } from "./RecordField";
import classes from "./RecordList.module.css";
import { ReferenceSelect } from "./ReferenceSelect";
import { withField } from "./values";

interface Props {
  form: ValueForm | undefined;
  value: Json;
  index: number;
  count: number;
  scope: string;
  pointer: string;
  onChange: (value: Json) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One item of a list, with its fields beside each other and what can be done to it at the end. */
export function RecordRow({ form, value, index, count, scope, pointer, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation("fields");
  const readOnly = useReadOnly();
  const problems = useProblemsAt(pointer);
  const row = index + 1;
  const record = asRecord(value);
  return (
    <li className={classes.row} id={fieldId(pointer)} tabIndex={-1} aria-label={t("list.row", { row })}>
      <div className={classes.fields}>
        {form?.kind === "record" ? (form.fields ?? []).map(inner => (
          <div key={inner.name} className={classes.field} data-kind={inner.kind}>
            <FieldInput
              field={inner} value={record[inner.name]} pointer={pointerTo(pointer, inner.name)} scope={`${scope}.${inner.name}`}
              onChange={next => { onChange(withField(record, inner.name, next)); }}
            />
          </div>
        )) : (
          <ReferenceSelect
            to={form?.to ?? []} value={typeof value === "string" && value !== "" ? value : undefined} readOnly={readOnly} compact
            aria-label={t("list.row", { row })} onChange={key => { onChange(key ?? ""); }}
          />
        )}
        {problems.length > 0 && <p className={classes.problem}>{problems.map(problem => problem.message).join(" ")}</p>}
      </div>
      {!readOnly && (
        <div className={classes.deeds}>
          <ActionIcon variant="subtle" color="gray" size={36} disabled={index === 0} aria-label={t("list.up", { row })} onClick={() => { onMove(index - 1); }}>
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" size={36} disabled={row === count} aria-label={t("list.down", { row })} onClick={() => { onMove(index + 1); }}>
            <IconArrowDown size={16} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="red" size={36} aria-label={t("list.remove", { row })} onClick={onRemove}><IconTrash size={16} /></ActionIcon>
        </div>
      )}
    </li>
  );
}
