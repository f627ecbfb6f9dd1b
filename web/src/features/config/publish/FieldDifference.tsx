import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { IconArrowRight } from "../../../ui/icons";
import { longDay } from "../schedules/dayNames";
import { days } from "../schedules/week";
import styles from "./diff.module.css";
import type { Difference, Step } from "./trail";
import { useValueWords } from "./useValueWords";
import { valueLines } from "./valueLines";

interface Props {
  difference: Difference;
  /** What became of the object: one that is new has nothing before it. */
  kind: "added" | "removed" | "changed";
}

/** What one field was, and what it is. */
export function FieldDifference({ difference: { trail, before, after, from }, kind }: Props) {
  const { t, i18n } = useTranslation("publish");
  const words = useValueWords();
  const last = trail.findLast((step) => step.kind === "field");
  const name = last?.kind === "field" ? last.name : "";
  const side = (lines: string[], of: "before" | "after") => {
    const Tag = lines.length === 0 ? "p" : of === "before" ? "del" : "ins";
    return <Tag className={`${styles.value ?? ""} ${(lines.length === 0 ? styles.nothing : styles[of]) ?? ""}`}>{lines.length === 0 ? t("diff.nothing") : lines.join("\n")}</Tag>;
  };
  const wordOf = (step: Step) => {
    if (step.kind === "field") return words.field(step.scope);
    if (step.kind === "item") return t("diff.item", { number: step.number });
    if (step.kind === "exit") return t("diff.exit", { exit: step.name });
    const day = days.find((one) => one === step.name);
    return day ? longDay(day, i18n.language) : step.name;
  };
  return (
    <div>
      <Text size="sm" fw={550} mb={2}>{trail.map(wordOf).join(" › ")}{from && <Text span size="sm" c="dimmed"> {t("diff.moved", { from: from.map(wordOf).join(" › ") })}</Text>}</Text>
      {from ? <p className={`${styles.value ?? ""} ${styles.nothing ?? ""}`}>{valueLines(name, after, words).join("\n")}</p> : kind === "changed" ? (
        <div className={styles.values}>
          {side(valueLines(name, before, words), "before")}
          <IconArrowRight size={16} className={styles.arrow ?? ""} aria-label={t("diff.becomes")} />
          {side(valueLines(name, after, words), "after")}
        </div>
      ) : <div className={styles.single}>{side(valueLines(name, kind === "added" ? after : before, words), kind === "added" ? "after" : "before")}</div>}
    </div>
  );
}
