import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { State } from "../api/types";
import { Tag } from "./Tag";

/** How an object of the draft differs from what is published, and whether anything is wrong with it. Nothing where all is well. */
export function StateBadge({ state, problems = 0 }: { state: State; problems?: number }) {
  const { t } = useTranslation("editor");
  if (state === "unchanged" && problems === 0) return null;
  return (
    <Group gap={6}>
      {state !== "unchanged" && <Tag tone={state === "added" ? "accent" : "warn"}>{t(`state.${state}`)}</Tag>}
      {problems > 0 && <Tag tone="bad">{t("problems.count", { count: problems })}</Tag>}
    </Group>
  );
}
