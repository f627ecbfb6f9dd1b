import type { ComponentType } from "react";
import type { FieldKind } from "../../api/forms";
import { ChoiceField } from "./ChoiceField";
import { DurationField } from "./DurationField";
import { FlagField } from "./FlagField";
import { LanguageField } from "./LanguageField";
import { ListField } from "./ListField";
import { MapField } from "./MapField";
import { NumberField } from "./NumberField";
import { RecordField } from "./RecordField";
import { RecordListField } from "./RecordListField";
import { ReferenceField } from "./ReferenceField";
import { SecretField } from "./SecretField";
import { TextField } from "./TextField";
import { TimeZoneField } from "./TimeZoneField";
import type { FieldProps } from "./types";

const controls: Partial<Record<FieldKind, ComponentType<FieldProps>>> = {
  integer: NumberField, duration: DurationField, flag: FlagField, choice: ChoiceField, reference: ReferenceField, language: LanguageField,
  timeZone: TimeZoneField, secret: SecretField, map: MapField, record: RecordField,
};

const holdsRecords = ({ field }: FieldProps) => field.item?.kind === "record";

/** The control for a field by its kind. Kinds with an editor of their own (weekly, objects, utterances) are given by `overrides`. */
export function FieldInput(props: FieldProps) {
  if (props.field.kind === "list") return holdsRecords(props) ? <RecordListField {...props} /> : <ListField {...props} />;
  const Control = controls[props.field.kind] ?? TextField;
  return <Control {...props} />;
}
