import { Stack, Text, ThemeIcon } from "@mantine/core";
import type { ComponentType, ReactNode } from "react";

interface Props {
  /** What is so: "No channel yet". */
  title: string;
  /** What to do now. */
  next?: ReactNode;
  /** The button that does it. */
  action?: ReactNode;
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  children?: ReactNode;
}

/** In place of what is not there: says so, and what to do next. */
export function EmptyState({ title, next, action, icon: Icon, children }: Props) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      {Icon && <ThemeIcon variant="light" radius="xl" size={56} aria-hidden><Icon size={28} stroke={1.6} /></ThemeIcon>}
      <Text fw={600} size="lg">{title}</Text>
      {next && <Text c="dimmed" maw={520}>{next}</Text>}
      {children}
      {action && <div style={{ marginTop: 12 }}>{action}</div>}
    </Stack>
  );
}
