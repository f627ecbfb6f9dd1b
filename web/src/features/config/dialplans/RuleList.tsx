import { Button, Stack, Text } from "@mantine/core";
import { useEffect, useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { IconPlus } from "../../../ui/icons";
import { movedItem } from "../../../ui/fields/values";
import type { DialRule } from "./dialPlan";
import styles from "./rules.module.css";
import { RuleCard, type RuleVerdict } from "./RuleCard";

interface Props {
  rules: readonly DialRule[];
  readOnly: boolean;
  verdictOf: (index: number) => RuleVerdict;
  /** Where the rules stand in the document. */
  pointer: string;
  onChange: (rules: DialRule[]) => void;
}

/** The rules in the order in which they are asked; moved with the mouse by the grip, or by the arrow buttons, which keep the focus. */
export function RuleList({ rules, readOnly, verdictOf, pointer, onChange }: Props) {
  const { t } = useTranslation("dialPlans");
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [told, setTold] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const focusAfter = useRef<string | null>(null);

  useEffect(() => {
    if (focusAfter.current) list.current?.querySelector<HTMLElement>(focusAfter.current)?.focus();
    focusAfter.current = null;
  }, [rules]);

  const move = (from: number, to: number, byButton: boolean) => {
    if (byButton) focusAfter.current = to < from ? `[data-rule-up="${String(to)}"]:not(:disabled), [data-rule-down="${String(to)}"]` : `[data-rule-down="${String(to)}"]:not(:disabled), [data-rule-up="${String(to)}"]`;
    setTold(t("rule.moved", { from: from + 1, to: to + 1 }));
    onChange(movedItem([...rules], from, to));
  };
  const dragOf = (index: number) => ({
    start: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", String(index));
      setDragged(index);
    },
    over: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      setOver(index);
    },
    drop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged !== null) move(dragged, index, false);
    },
    end: () => { setDragged(null); setOver(null); },
  });

  return (
    <Stack gap="sm">
      <ol className={styles.list} ref={list}>
        {rules.map((rule, index) => (
          <RuleCard
            // Rules have no name but their place.
            key={index} rule={rule} index={index} count={rules.length} readOnly={readOnly} verdict={verdictOf(index)} dragged={dragged === index}
            over={over === index && dragged !== null && dragged !== index ? (dragged > index ? "above" : "below") : undefined}
            pointer={`${pointer}/${String(index)}`} onDrag={dragOf(index)}
            onChange={(changed) => { onChange(rules.map((one, at) => (at === index ? changed : one))); }}
            onMove={(to) => { move(index, to, true); }}
            onCopy={() => { onChange([...rules.slice(0, index + 1), { ...rule }, ...rules.slice(index + 1)]); }}
            onRemove={() => { onChange(rules.filter((_, at) => at !== index)); }}
          />
        ))}
      </ol>
      <Text aria-live="polite" style={{ position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)" }}>{told}</Text>
      {rules.length === 0 && <Text c="dimmed">{t("rule.none")}</Text>}
      {!readOnly && (
        <Button variant="default" leftSection={<IconPlus size={16} />} style={{ alignSelf: "flex-start" }} onClick={() => { onChange([...rules, { pattern: "", dial: "as-is" }]); }}>
          {t("rule.add")}
        </Button>
      )}
    </Stack>
  );
}
