import { Paper, Stack, Text, Title } from "@mantine/core";
import { useMemo, type ComponentType, type ReactNode } from "react";
import type { Field } from "../api/forms";
import type { Fault } from "../api/problem";
import type { Value } from "../api/types";
import { pointerTo } from "../app/places";
import { FieldInput } from "./fields/FieldInput";
import { FormContext } from "./fields/FormContext";
import type { FieldProps } from "./fields/types";
import { withField } from "./fields/values";

/** Fields under a heading of their own. */
export interface FieldGroup {
  title: string;
  about?: string;
  /** Their names; fields that no group names come under the first. */
  fields: string[];
}

interface Props {
  /** The fields, from useForms(). */
  fields: Field[];
  value: Value;
  onChange: (value: Value) => void;
  /** Where the value stands: `/agents/1001`. Problems are shown at the fields they point at. */
  pointer: string;
  /** Where its words stand in fields.json: `agents`, `objects.getDigit`. */
  scope: string;
  problems?: Fault[];
  readOnly?: boolean;
  /** Cards with headings; without them the fields stand in one column, with no card. */
  groups?: FieldGroup[];
  /** Controls of the page's own in place of the kind's, by field name. null leaves the field out. */
  overrides?: Record<string, ComponentType<FieldProps> | null>;
  /** Before the first field: a key, say. */
  children?: ReactNode;
}

/** The form of an object, from the server's table of forms: controls by kind, allowed ranges beside them, problems where they are. */
export function ObjectForm({ fields, value, onChange, pointer, scope, problems = [], readOnly = false, groups, overrides = {}, children }: Props) {
  const state = useMemo(() => ({ problems, readOnly }), [problems, readOnly]);
  const control = (field: Field) => {
    const Control = overrides[field.name] === undefined ? FieldInput : overrides[field.name];
    return Control && (
      <Control
        key={field.name} field={field} value={value[field.name]} pointer={pointerTo(pointer, field.name)} scope={`${scope}.${field.name}`}
        onChange={next => { onChange(withField(value, field.name, next)); }}
      />
    );
  };
  return (
    <FormContext value={state}>
      {groups
        ? <Stack gap="md">{split(fields, groups).map((group, index) => (
          <Paper key={group.title} p={{ base: "md", sm: "lg" }} component="section" aria-label={group.title}>
            <Title order={2} size="h3" mb={group.about ? 2 : "md"}>{group.title}</Title>
            {group.about && <Text size="sm" c="dimmed" mb="md">{group.about}</Text>}
            <Stack gap="lg">{index === 0 && children}{group.fields.map(control)}</Stack>
          </Paper>
        ))}</Stack>
        : <Stack gap="lg">{children}{fields.map(control)}</Stack>}
    </FormContext>
  );
}

function split(fields: Field[], groups: FieldGroup[]) {
  const named = new Set(groups.flatMap(group => group.fields));
  const rest = fields.filter(field => !named.has(field.name));
  return groups.map((group, index) => ({
    ...group,
    fields: [
      ...group.fields.flatMap(name => fields.find(field => field.name === name) ?? []),
      ...(index === 0 ? rest : []),
    ],
  })).filter(group => group.fields.length > 0);
}
