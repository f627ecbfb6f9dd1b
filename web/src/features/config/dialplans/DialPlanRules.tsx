import { Grid, Paper, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDialTry } from "../../../api/tries";
import type { EditorSlots } from "../../../ui/editor/ObjectEditor";
import { FormContext, fieldId } from "../../../ui/fields/FormContext";
import { DialTest } from "./DialTest";
import type { DialPlanValue } from "./dialPlan";
import { RuleList } from "./RuleList";

const pause = 300;

/** The rules beside the field that tries them, so that what a number meets is seen where it meets it. */
export function DialPlanRules({ value, setValue, pointer, problems, readOnly }: EditorSlots<DialPlanValue>) {
  const { t } = useTranslation("dialPlans");
  const [number, setNumber] = useState("");
  const [asked] = useDebouncedValue({ value, number }, pause);
  const trial = useDialTry(asked.value, asked.number, undefined);
  const form = useMemo(() => ({ problems, readOnly }), [problems, readOnly]);
  // What was made of another number, or by other rules, must not be taken for an answer.
  const told = asked.number !== number || asked.value !== value || trial.isPlaceholderData || trial.error ? undefined : trial.data;
  const verdictOf = (index: number) => {
    if (told?.rule === index) return "applies";
    return told?.cleaned && index < (told.rule ?? told.rules.length) ? "passed" : undefined;
  };
  return (
    <FormContext value={form}>
      <Grid gap="md" align="flex-start">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={t("rules")} id={fieldId(`${pointer}/rules`)} tabIndex={-1}>
            <Title order={2} size="h3" mb={2}>{t("rules")}</Title>
            <Text size="sm" c="dimmed" mb="md">{t("rulesHelp")}</Text>
            <RuleList rules={value.rules ?? []} pointer={`${pointer}/rules`} readOnly={readOnly} verdictOf={verdictOf} onChange={(rules) => { setValue({ ...value, rules }); }} />
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }} style={{ position: "sticky", top: 72 }}>
          <DialTest number={number} onNumber={setNumber} result={told} error={trial.error} waiting={trial.isFetching || asked.number !== number} />
        </Grid.Col>
      </Grid>
    </FormContext>
  );
}
