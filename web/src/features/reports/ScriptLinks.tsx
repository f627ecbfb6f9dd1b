import { Button, Group } from "@mantine/core";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";
import type { Report } from "../../api/reports";
import { IconBinaryTree2 } from "../../ui/icons";

/** The way from the scripts to the paths of callers through each. */
export function ScriptLinks({ report, search }: { report: Report; search: string }) {
  const { t } = useTranslation("reports");
  const at = report.columns.findIndex(column => column.name === "name");
  const names = new Map(report.rows.map(row => [String(row[at - 1]), String(row[at])]));
  return (
    <Group gap="xs">
      {[...names].map(([key, name]) => (
        <Button key={key} component={Link} to={`/reports/scripts/${encodeURIComponent(key)}?${search}`} variant="light" size="xs" leftSection={<IconBinaryTree2 size={15} aria-hidden />}>
          {t("paths", { name })}
        </Button>
      ))}
    </Group>
  );
}
