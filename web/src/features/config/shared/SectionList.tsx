import type { ComponentType, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Section, Value } from "../../../api/types";
import { ObjectTable, type ObjectColumn } from "../../../ui/table/ObjectTable";

interface Props<T extends Value> {
  section: Section;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  columns: ObjectColumn<T>[];
  deeds?: ReactNode;
}

/** The list of a section; while it is empty it says what such an object is for. */
export function SectionList<T extends Value>({ section, icon, columns, deeds }: Props<T>) {
  const { t } = useTranslation("config");
  return (
    <ObjectTable<T>
      // Each has its own page and search.
      key={section} section={section} columns={columns} deeds={deeds}
      empty={{ icon, title: t(`empty.${section}.title`), next: t(`empty.${section}.next`) }}
    />
  );
}
