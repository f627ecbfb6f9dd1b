import { Text, Title } from "@mantine/core";
import { useId, type ReactNode } from "react";

interface Props {
  title: string;
  /** How many there are, and the like. */
  beside?: ReactNode;
  /** In place of the content, where there is none. */
  empty?: string | undefined;
  children: ReactNode;
}

/** A part of the board. */
export function Panel({ title, beside, empty, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="xs">{title} {beside !== undefined && <Text span c="dimmed" fw={400} className="figures">{beside}</Text>}</Title>
      {empty === undefined ? children : <Text c="dimmed">{empty}</Text>}
    </section>
  );
}
