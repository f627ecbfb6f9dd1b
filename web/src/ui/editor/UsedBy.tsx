import { Anchor, Paper, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Reference } from "../../api/types";
import { problemPlace } from "../../app/places";

/** What refers to an object: the reason to think twice before it is deleted. */
export function UsedBy({ references }: { references: Reference[] }) {
  const { t } = useTranslation("editor");
  return (
    <Paper p={{ base: "md", sm: "lg" }} component="section" aria-labelledby="used-by">
      <Title order={2} size="h3" id="used-by" mb="xs">{t("usedBy.title")}</Title>
      {references.length === 0 && <Text c="dimmed" size="sm">{t("usedBy.nothing")}</Text>}
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {references.map(({ section, key, name, pointer }) => (
          <li key={pointer}>
            <Anchor component={Link} underline="always" to={problemPlace(pointer)}>{name}</Anchor> <Text span c="dimmed" size="sm">{t(`sections.${section}.one`)} · {key}</Text>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
