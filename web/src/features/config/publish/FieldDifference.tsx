import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { IconArrowRight } from "../../../ui/icons";
import styles from "./diff.module.css";
import type { Difference } from "./trail";
import { useValueWords } from "./useValueWords";
import { valueLines } from "./valueLines";

interface Props {
  difference: Difference;
}

/** What one field was, and what it is. */
export function FieldDifference({ difference: { trail, before, after } }: Props) {
  const { t } = useTranslation("publish");
  const words = useValueWords();
  const last = trail.findLast((step) => step.kind === "field");
  const name = last?.kind === "field" ? last.name : "";
  const side = (lines: string[], kind: "before" | "after") => {
    const Tag = lines.length === 0 ? "p" : kind === "before" ? "del" : "ins";
    return <Tag className={`${styles.value ?? ""} ${(lines.length === 0 ? styles.nothing : styles[kind]) ?? ""}`}>{lines.length === 0 ? t("diff.nothing") : lines.join("\n")}</Tag>;
  };
  return (
    <div>
      <Text size="sm" fw={550} mb={2}>
        {trail.map((step) => (step.kind === "field" ? words.field(step.scope) : step.kind === "item" ? t("diff.item", { number: step.number }) : step.name)).join(" › ")}
      </Text>
      <div className={styles.values}>
        {side(valueLines(name, before, words), "before")}
        <IconArrowRight size={16} className={styles.arrow ?? ""} aria-label={t("diff.becomes")} />
        {side(valueLines(name, after, words), "after")}
      </div>
    </div>
  );
}
