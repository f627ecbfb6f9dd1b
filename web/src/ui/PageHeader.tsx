import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from "@mantine/core";
import { useEffect, type ReactNode } from "react";
import { Link } from "react-router";

interface Props {
  title: string;
  /** A line about what this page is for. */
  about?: ReactNode;
  /** The pages above this one, outermost first. */
  above?: { title: string; to: string }[];
  /** Beside the title: a state, say. */
  badge?: ReactNode;
  /** Buttons at the end of the line. */
  children?: ReactNode;
}

/** A page's heading. It names the browser's tab too. */
export function PageHeader({ title, about, above = [], badge, children }: Props) {
  useEffect(() => { document.title = `${title} · Rappel`; }, [title]);
  return (
    <Stack gap={4} mb="lg">
      {above.length > 0 && (
        <Breadcrumbs separatorMargin={6}>
          {above.map(({ title: name, to }) => <Anchor key={to} component={Link} to={to} size="sm">{name}</Anchor>)}
          <span />
        </Breadcrumbs>
      )}
      <Group justify="space-between" gap="sm">
        <Group gap="sm"><Title order={1} tabIndex={-1}>{title}</Title>{badge}</Group>
        {children && <Group gap="xs">{children}</Group>}
      </Group>
      {about && <Text c="dimmed" maw={720}>{about}</Text>}
    </Stack>
  );
}
