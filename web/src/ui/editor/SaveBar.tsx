import { Button, Group, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/problem";
import classes from "./SaveBar.module.css";

interface Props {
  dirty: boolean;
  saving: boolean;
  /** Why the last save was refused. */
  refusal: Error | null;
  /** Offers to keep it with its problems. */
  keepable: boolean;
  isNew?: boolean;
  onSave: () => void;
  onKeep: () => void;
  onDiscard: () => void;
}

/** At the foot of a form, in reach wherever one is in it: saves to the draft. Ctrl+S saves too. */
export function SaveBar({ dirty, saving, refusal, keepable, isNew = false, onSave, onKeep, onDiscard }: Props) {
  const { t } = useTranslation("editor");
  useHotkeys([["mod+S", () => { if (dirty || isNew) onSave(); }]], []);
  if (!dirty && !isNew && !refusal) return null;
  const told = refusal && !(refusal instanceof ApiProblem && refusal.status === 412);
  return (
    <div className={classes.bar} role="region" aria-label={t("save.region")}>
      <Text size="sm" role="status" c={told ? "var(--rappel-bad)" : "dimmed"} className={classes.state}>
        {told ? (keepable ? t("save.refused") : refusal.message) : dirty ? t("save.unsaved") : t("save.new")}
      </Text>
      <Group gap="xs">
        {dirty && <Button variant="subtle" color="gray" c="dimmed" onClick={onDiscard}>{t("save.discard")}</Button>}
        {keepable && <Button variant="default" onClick={onKeep} loading={saving}>{t("save.keep")}</Button>}
        <Button onClick={onSave} loading={saving}>{isNew ? t("save.create") : t("save.do")}</Button>
      </Group>
    </div>
  );
}
