import { ActionIcon, Checkbox, Group, SegmentedControl, SimpleGrid, Stack, Text, TextInput, Tooltip } from "@mantine/core";
import type { DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { fieldId } from "../../../ui/fields/FormContext";
import { ReferenceSelect } from "../../../ui/fields/ReferenceSelect";
import { TimeZoneField } from "../../../ui/fields/TimeZoneField";
import { IconArrowDown, IconArrowUp, IconCopy, IconGripVertical, IconTrash } from "../../../ui/icons";
import { Tag } from "../../../ui/Tag";
import { useProblemWords } from "../shared/useProblemWords";
import { withField, withVerdict, type DialRule } from "./dialPlan";
import { readPattern, readRewrite } from "./pattern";
import { PatternField } from "./PatternField";
import styles from "./rules.module.css";

/** What the test made of the rule: nothing where it was not reached. */
export type RuleVerdict = "applies" | "passed" | undefined;

interface Props {
  rule: DialRule;
  index: number;
  count: number;
  verdict: RuleVerdict;
  /** Where a rule that is being dragged would go, seen from here. */
  over: "above" | "below" | undefined;
  dragged: boolean;
  readOnly: boolean;
  /** Where the rule stands in the document. */
  pointer: string;
  onChange: (rule: DialRule) => void;
  onMove: (to: number) => void;
  onCopy: () => void;
  onRemove: () => void;
  onDrag: { start: (event: DragEvent) => void; over: (event: DragEvent) => void; drop: (event: DragEvent) => void; end: () => void };
}

const zoneField = { name: "timeZone", kind: "timeZone" } as const;

/** One rule of a plan. */
export function RuleCard({ rule, index, count, verdict, over, dragged, readOnly, pointer, onChange, onMove, onCopy, onRemove, onDrag }: Props) {
  const { t } = useTranslation("dialPlans");
  const problem = useProblemWords();
  const problemAt = (place: string) => problem(pointer + place);
  const number = index + 1;
  const refuses = rule.refuse !== undefined;
  const reading = readPattern(rule.pattern ?? "");
  const rewriteFault = rule.dial === undefined ? null : readRewrite(rule.dial, reading.fault ? null : reading.groups);
  const rewriteWords = rewriteFault && (rewriteFault.kind === "no-group" ? t("rewrite.no-group", { group: rewriteFault.group }) : t("rewrite.bad-sign", { sign: rewriteFault.sign }));
  const set = (field: keyof DialRule) => (value: string | boolean | null) => { onChange(withField(rule, field, value)); };
  return (
    <li
      className={styles.rule} data-verdict={verdict} data-over={over} data-dragged={dragged || undefined} aria-label={t("rule.label", { number })}
      id={fieldId(pointer)} tabIndex={-1} onDragOver={onDrag.over} onDrop={onDrag.drop}
    >
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            {!readOnly && <span className={styles.grip} draggable onDragStart={onDrag.start} onDragEnd={onDrag.end} aria-hidden><IconGripVertical size={18} /></span>}
            <Text fw={600}>{t("rule.label", { number })}</Text>
            {verdict && <Tag tone={verdict === "applies" ? "good" : "plain"}>{t(`verdict.${verdict}`)}</Tag>}
          </Group>
          {!readOnly && (
            <Group gap={4}>
              <Tooltip label={t("rule.up")}><ActionIcon variant="subtle" color="gray" disabled={index === 0} aria-label={t("rule.upOf", { number })} data-rule-up={index} onClick={() => { onMove(index - 1); }}><IconArrowUp size={16} /></ActionIcon></Tooltip>
              <Tooltip label={t("rule.down")}><ActionIcon variant="subtle" color="gray" disabled={index === count - 1} aria-label={t("rule.downOf", { number })} data-rule-down={index} onClick={() => { onMove(index + 1); }}><IconArrowDown size={16} /></ActionIcon></Tooltip>
              <Tooltip label={t("rule.copy")}><ActionIcon variant="subtle" color="gray" aria-label={t("rule.copyOf", { number })} onClick={onCopy}><IconCopy size={16} /></ActionIcon></Tooltip>
              <Tooltip label={t("rule.remove")}><ActionIcon variant="subtle" color="red" aria-label={t("rule.removeOf", { number })} onClick={onRemove}><IconTrash size={16} /></ActionIcon></Tooltip>
            </Group>
          )}
        </Group>
        <PatternField value={rule.pattern ?? ""} label={`${t("rule.label", { number })}: ${t("rule.pattern")}`} id={fieldId(`${pointer}/pattern`)} problem={problemAt("/pattern")} onChange={(pattern) => { onChange({ ...rule, pattern }); }} />
        <Group align="flex-start" gap="sm">
          <SegmentedControl
            mt={{ base: 0, sm: 24 }} disabled={readOnly} value={refuses ? "refuse" : "dial"} aria-label={t("rule.verdict", { number })} onChange={(value) => { onChange(withVerdict(rule, value === "refuse")); }}
            data={[{ value: "dial", label: t("rule.dials") }, { value: "refuse", label: t("rule.refuses") }]}
          />
          {refuses ? (
            <TextInput id={fieldId(`${pointer}/refuse`)} readOnly={readOnly} flex={1} miw={200} label={t("rule.reason")} description={t("rule.reasonHelp")} inputWrapperOrder={["label", "input", "description", "error"]} value={rule.refuse ?? ""} maxLength={100} error={problemAt("/refuse") ?? problemAt("")} required onChange={(event) => { onChange({ ...rule, refuse: event.currentTarget.value }); }} />
          ) : (
            <TextInput id={fieldId(`${pointer}/dial`)} readOnly={readOnly} flex={1} miw={200} label={t("rule.dial")} description={t("rule.dialHelp")} inputWrapperOrder={["label", "input", "description", "error"]} value={rule.dial ?? ""} error={rewriteWords ?? problemAt("/dial") ?? problemAt("")} required spellCheck={false} styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }} onChange={(event) => { onChange({ ...rule, dial: event.currentTarget.value }); }} />
          )}
        </Group>
        {!refuses && (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" className={styles.fields ?? ""}>
              <ReferenceSelect id={fieldId(`${pointer}/trunk`)} to={["trunks"]} label={t("rule.trunk")} placeholder={t("rule.anyTrunk")} value={rule.trunk} onChange={(trunk) => { set("trunk")(trunk ?? null); }} error={problemAt("/trunk")} readOnly={readOnly} compact />
              <TimeZoneField field={zoneField} value={rule.timeZone} pointer={`${pointer}/timeZone`} scope="dialPlans.rules.timeZone" onChange={(zone) => { set("timeZone")(typeof zone === "string" ? zone : null); }} />
            </SimpleGrid>
            <Checkbox id={fieldId(`${pointer}/allowReserved`)} disabled={readOnly} label={t("rule.allowReserved")} description={t("rule.allowReservedHelp")} checked={rule.allowReserved === true} onChange={(event) => { set("allowReserved")(event.currentTarget.checked); }} error={problemAt("/allowReserved")} />
          </>
        )}
      </Stack>
    </li>
  );
}
