import { Alert, Code, Group, Loader, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DialTry } from "../../../api/tries";
import { Faults } from "../shared/Faults";
import { IconPhoneOutgoing, IconX } from "../../../ui/icons";

interface Props {
  number: string;
  onNumber: (number: string) => void;
  result: DialTry | undefined;
  error: Error | null;
  waiting: boolean;
}

/** Type a number, see what would be dialled, and why. */
export function DialTest({ number, onNumber, result, error, waiting }: Props) {
  const { t } = useTranslation("dialPlans");
  // Rules below the one that applies are not asked.
  const passed = result?.rule ?? 0;
  return (
    <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={t("test.title")}>
      <Stack gap="sm">
        <Title order={2} size="h3">{t("test.title")}</Title>
        <TextInput
          type="tel" label={t("test.number")} description={t("test.help")} placeholder="514 555-0123" value={number} maxLength={64}
          onChange={(event) => { onNumber(event.currentTarget.value); }} rightSection={waiting ? <Loader size={16} /> : null}
        />
        <div aria-live="polite">
          {error && number.trim() !== "" && <Alert color="red" title={t("test.cannot")}><Faults error={error} /></Alert>}
          {!error && result && number.trim() !== "" && (
            <Stack gap="xs">
              {result.cleaned && <Text size="sm">{t("test.cleaned")} <Code>{result.cleaned}</Code></Text>}
              {result.rule !== undefined && result.rule !== null && (
                <Text size="sm">
                  {t("test.rule", { number: result.rule + 1 })}{passed > 0 ? ` ${t("test.passed", { count: passed })}` : ""}
                </Text>
              )}
              {result.number ? (
                <Alert color="green" icon={<IconPhoneOutgoing size={18} />} title={t("test.dialled", { number: result.number })}>
                  <Group gap="xs">
                    <span>{result.trunk ? t("test.trunk", { trunk: result.trunk }) : t("test.anyTrunk")}</span>
                    <span>{result.timeZone ? t("test.zone", { zone: result.timeZone }) : t("test.noZone")}</span>
                  </Group>
                </Alert>
              ) : (
                <Alert color="red" icon={<IconX size={18} />} title={t("test.refused")}>{result.refusal?.message ?? ""}</Alert>
              )}
            </Stack>
          )}
        </div>
      </Stack>
    </Paper>
  );
}
