import { Alert, Button, Group, Paper, Text, TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useSave } from "../../../../api/draft";
import type { Section, Value } from "../../../../api/types";
import { keyOf } from "../../../../ui/keyOf";
import { useWording } from "../words";

interface Props {
  readonly section: Section;
  readonly title: string;
  readonly about: ReactNode;
  readonly usualName: string;
  readonly value: (name: string) => Value;
  readonly onMade: (key: string) => void;
}

/** Makes an object that a step needs, right there, from a name alone. */
export function MakeObject({ section, title, about, usualName, value, onMade }: Props) {
  const { t } = useWording();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(usualName);
  const save = useSave(section);
  const make = (): void => {
    const key = keyOf(name);
    save.mutate({ key, value: value(name.trim()), etag: null }, { onSuccess: () => { onMade(key); } });
  };
  return (
    <>
      <Button variant="subtle" size="compact-sm" mt={6} aria-expanded={open} onClick={() => { setOpen(!open); }}>{title}</Button>
      {open && (
        <Paper p="sm" mt={6} withBorder>
          <Text size="sm" c="dimmed" mb="xs">{about}</Text>
          <Group align="end" gap="xs">
            <TextInput flex="1 1 200px" label={t("form.name")} value={name} onChange={(event) => { setName(event.currentTarget.value); }} />
            <Button loading={save.isPending} disabled={keyOf(name) === ""} onClick={make}>{t("assistant.make")}</Button>
          </Group>
          {save.error && <Alert color="red" mt="xs" p="xs" role="alert">{save.error.message}</Alert>}
        </Paper>
      )}
    </>
  );
}
