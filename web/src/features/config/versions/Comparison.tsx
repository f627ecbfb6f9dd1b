import { ActionIcon, Alert, Group, Loader, NumberInput, Paper, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useVersionChanges } from "../../../api/versions";
import { IconArrowRight, IconX } from "../../../ui/icons";
import { Differences } from "../publish/Differences";

interface Props {
  from: number;
  to: number;
  latest: number;
  onChange: (from: number, to: number) => void;
  onClose: () => void;
}

/** What differs between two versions. */
export function Comparison({ from, to, latest, onChange, onClose }: Props) {
  const { t } = useTranslation("versions");
  const changes = useVersionChanges(from, to);
  const pick = (label: string, value: number, set: (version: number) => void) => (
    <NumberInput w={90} size="xs" aria-label={label} value={value} min={1} max={latest} clampBehavior="strict" onChange={(typed) => { if (Number(typed) > 0) set(Number(typed)); }} />
  );
  return (
    <Paper p="md" component="section" aria-label={t("compare.title", { from, to })}>
      <Group justify="space-between" mb="md" wrap="nowrap" align="flex-start">
        <Group gap="xs">
          <Title order={2} size="h4">{t("compare.heading")}</Title>
          {pick(t("compare.from"), from, (version) => { onChange(version, to); })}
          <IconArrowRight size={16} aria-hidden />
          {pick(t("compare.to"), to, (version) => { onChange(from, version); })}
        </Group>
        <ActionIcon variant="subtle" color="gray" onClick={onClose} aria-label={t("compare.close")}><IconX size={18} /></ActionIcon>
      </Group>
      <Stack>
        {changes.error && <Alert color="red">{changes.error.message}</Alert>}
        {changes.isPending && <Group justify="center"><Loader /></Group>}
        {changes.data?.length === 0 && <Text c="dimmed">{t("compare.same")}</Text>}
        {changes.data && <Differences changes={changes.data} linked={false} />}
      </Stack>
    </Paper>
  );
}
