import { Alert, Button, Group, Paper, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScheduleTry, type ScheduleExit } from "../../../api/tries";
import { Faults } from "../shared/Faults";
import { Tag } from "../../../ui/Tag";
import { zonedInstant } from "./zonedInstant";
import { TreatmentSwatch } from "./TreatmentSwatch";
import { treatments } from "./hours";
import type { ScheduleValue } from "./schedule";
import type { Brush } from "./week";

interface Props {
  value: ScheduleValue;
}

const pause = 400;

function brushOf(exit: ScheduleExit): Brush {
  if (exit === "open" || exit === "closed") return exit === "open" ? 0 : "closed";
  return treatments.find((one) => exit === `#${String(one)}`) ?? 0;
}

/** What the schedule, as it stands on the page, says of a moment and when that changes. */
export function ScheduleTest({ value }: Props) {
  const { t, i18n } = useTranslation("schedules");
  const [local, setLocal] = useState("");
  const [asked] = useDebouncedValue(value, pause);
  const zone = asked.timeZone ?? "";
  const at = local === "" ? undefined : (zonedInstant(local, zone) ?? undefined);
  const trial = useScheduleTry(asked, at);
  const show = (instant: string) => {
    try {
      return new Intl.DateTimeFormat(i18n.language, { dateStyle: "full", timeStyle: "short", timeZone: zone || "UTC" }).format(new Date(instant));
    } catch {
      // The page may name a zone that this browser does not know.
      return instant;
    }
  };
  return (
    <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={t("test.title")}>
      <Stack gap="sm">
        <Title order={2} size="h3">{t("test.title")}</Title>
        <Group align="flex-end">
          <TextInput
            type="datetime-local" label={t("test.at")} description={t("test.atHelp", { zone: zone || "UTC" })} value={local}
            onChange={(event) => { setLocal(event.currentTarget.value); }}
          />
          <Button variant="default" disabled={local === ""} onClick={() => { setLocal(""); }}>{t("test.now")}</Button>
        </Group>
        {trial.error && <Alert color="red"><Faults error={trial.error} /></Alert>}
        {trial.data && !trial.error && (
          <div aria-live="polite">
            <Group gap="xs">
              <TreatmentSwatch brush={brushOf(trial.data.exit)} />
              <Text>{t("test.applies", { at: show(at ?? trial.data.localTime) })}</Text>
              <Tag>{t("test.exit", { exit: trial.data.exit })}</Tag>
            </Group>
            {trial.data.next.length === 0 ? <Text c="dimmed" mt="sm">{t("test.never")}</Text> : (
              <Table mt="sm" verticalSpacing={4} captionSide="top">
                <Table.Caption ta="start">{t("test.next")}</Table.Caption>
                <Table.Tbody>
                  {trial.data.next.map((change) => (
                    <Table.Tr key={change.at}>
                      <Table.Td>{show(change.at)}</Table.Td>
                      <Table.Td><TreatmentSwatch brush={brushOf(change.exit)} /></Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </div>
        )}
      </Stack>
    </Paper>
  );
}
