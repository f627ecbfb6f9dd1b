import { Alert, Anchor, Button, List, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Problem } from "../../../api/types";
import { problemPlace } from "../../../app/places";
import { IconAlertTriangle } from "../../../ui/icons";

interface Props {
  problems: readonly Problem[];
}

const page = 50;

/** All that stands in the way of publishing, each with the way to its field. */
export function DraftProblems({ problems }: Props) {
  const { t } = useTranslation("publish");
  const [shown, setShown] = useState(page);
  if (problems.length === 0) return null;
  return (
    <Alert color="red" icon={<IconAlertTriangle size={20} />} title={t("problems.title", { count: problems.length })}>
      <List spacing={6} size="sm">
        {problems.slice(0, shown).map((problem, index) => (
          <List.Item key={`${problem.pointer} ${String(index)}`}>
            <Anchor component={Link} to={problemPlace(problem.pointer)} size="sm" c="inherit" underline="always">{t(`sections.${problem.section}`)} › {problem.key || t("problems.whole")}</Anchor>
            <Text size="sm">{problem.message}{problem.allowed ? <Text span size="sm"> {t("problems.allowed", { allowed: problem.allowed })}</Text> : null}</Text>
          </List.Item>
        ))}
      </List>
      {problems.length > shown && <Button variant="subtle" color="red" size="compact-sm" mt="xs" onClick={() => { setShown(shown + page); }}>{t("diff.more", { count: problems.length - shown })}</Button>}
    </Alert>
  );
}
