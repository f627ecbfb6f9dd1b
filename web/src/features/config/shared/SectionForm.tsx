import { Center, Loader } from "@mantine/core";
import type { ComponentType, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useForms } from "../../../api/draft";
import type { Section, Value } from "../../../api/types";
import { newKey } from "../../../app/places";
import { ObjectEditor, type EditorSlots } from "../../../ui/editor/ObjectEditor";
import type { FieldProps } from "../../../ui/fields/types";
import { ObjectForm } from "../../../ui/ObjectForm";

interface Group {
  /** Its words in config.json: groups.*. */
  name: string;
  fields: string[];
}

interface Props<T extends Value> {
  section: Section;
  initial: T;
  groups: Group[];
  overrides?: Record<string, ComponentType<FieldProps> | null>;
  keyHelp?: string;
  keyFollowsName?: boolean;
  /** Below the fields of the form: what has an editor of its own. */
  children?: (slots: EditorSlots<T>) => ReactNode;
  deeds?: (slots: EditorSlots<T>) => ReactNode;
}

/** The page of one object of a section; the key comes with the address. */
export function SectionForm<T extends Value>({ section, initial, groups, overrides, children, ...editor }: Props<T>) {
  const { t } = useTranslation("config");
  const { key } = useParams();
  const forms = useForms();
  const fields = forms.data?.sections[section]?.fields;
  if (forms.error) throw forms.error;
  if (!fields) return <Center h="40vh"><Loader /></Center>;
  return (
    <ObjectEditor<T> section={section} objectKey={key === newKey ? undefined : key} initial={initial} {...editor}>
      {(slots) => (
        <>
          <ObjectForm
            fields={fields} value={slots.value} onChange={(value) => { slots.setValue(value as T); }} pointer={slots.pointer} scope={section}
            problems={slots.problems} readOnly={slots.readOnly} {...(overrides ? { overrides } : {})}
            groups={groups.map(({ name, fields: own }) => ({ title: t(`groups.${name}`), fields: own }))}
          >
            {slots.keyInput}
          </ObjectForm>
          {children?.(slots)}
        </>
      )}
    </ObjectEditor>
  );
}
