import { Anchor, Button, Collapse, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Change } from "../../../api/types";
import { objectPlace } from "../../../app/places";
import { Tag } from "../../../ui/Tag";
import { FieldDifference } from "./FieldDifference";
import { differencesOf } from "./trail";

interface Props {
  change: Change;
  open: boolean;
  /** False where the object is another version's and has no page. */
  linked: boolean;
}

const recordings = "/config/prompts?view=files";
const tones = { added: "good", removed: "bad", changed: "accent" } as const;

/** What became of one object. */
export function ObjectDifference({ change, open, linked }: Props) {
  const { t } = useTranslation("publish");
  const [opened, setOpened] = useState(open);
  const differences = opened ? differencesOf(change) : [];
  const name = change.name === change.key ? change.key : `${change.name} (${change.key})`;
  return (
    <div>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Group gap="xs" miw={0}>
          <Tag tone={tones[change.kind]}>{t(`diff.${change.kind}`)}</Tag>
          {linked && change.kind !== "removed" ? <Anchor component={Link} to={change.section === "files" ? recordings : objectPlace(change.section, change.key)}>{name}</Anchor> : <Text>{name}</Text>}
        </Group>
        {change.fields.length > 0 && (
          <Button variant="subtle" size="compact-xs" aria-expanded={opened} onClick={() => { setOpened(!opened); }} aria-label={t(opened ? "diff.hideOf" : "diff.showOf", { name })}>
            {t(opened ? "diff.hide" : "diff.show", { count: change.fields.length })}
          </Button>
        )}
      </Group>
      <Collapse expanded={opened}>
        <Stack gap="sm" mt="xs" ps="md">
          {differences.map((difference) => <FieldDifference key={difference.pointer} difference={difference} kind={change.kind} />)}
        </Stack>
      </Collapse>
    </div>
  );
}
