import { Badge, Button, Group, Paper, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sections, type Change } from "../../../api/types";
import { ObjectDifference } from "./ObjectDifference";

interface Props {
  changes: readonly Change[];
  linked: boolean;
}

const page = 50;
/** Up to so many objects are shown opened. */
const fewObjects = 12;

function Section({ section, changes, open, linked }: { section: Change["section"]; changes: readonly Change[]; open: boolean; linked: boolean }) {
  const { t } = useTranslation("publish");
  const [shown, setShown] = useState(page);
  return (
    <Paper p="md">
      <Group gap="xs" mb="sm"><Title order={2} size="h4">{t(`sections.${section}`)}</Title><Badge variant="default">{changes.length}</Badge></Group>
      <Stack gap="md">
        {changes.slice(0, shown).map((change) => <ObjectDifference key={change.key} change={change} open={open} linked={linked} />)}
      </Stack>
      {changes.length > shown && <Button variant="subtle" mt="sm" onClick={() => { setShown(shown + page); }}>{t("diff.more", { count: changes.length - shown })}</Button>}
    </Paper>
  );
}

/** Everything that differs, by kind of object. */
export function Differences({ changes, linked }: Props) {
  const order: Change["section"][] = ["tenant", ...sections, "files"];
  return (
    <Stack>
      {order.map((section) => {
        const own = changes.filter((change) => change.section === section);
        return own.length > 0 && <Section key={section} section={section} changes={own} open={changes.length <= fewObjects} linked={linked} />;
      })}
    </Stack>
  );
}
