import { Group, Paper, Text, Title } from "@mantine/core";
import { useEffect, type ReactNode } from "react";
import { Connection } from "../../app/Connection";
import { Preferences } from "../../app/Preferences";
import classes from "./DoorPage.module.css";

/** A page for who has not signed in yet: a card in the middle, language and scheme above it. */
export function DoorPage({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  useEffect(() => { document.title = `${title} · Rappel`; }, [title]);
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <Group gap={10}><img src="/icon.svg" alt="" width={32} height={32} /><Text fw={650} size="lg">Rappel</Text></Group>
        <Preferences />
      </header>
      <main className={classes.middle}>
        <Paper className={classes.card} shadow="sm">
          <Title order={1}>{title}</Title>
          <Text c="dimmed" mt={4} mb="lg">{about}</Text>
          {children}
        </Paper>
      </main>
      <Connection />
    </div>
  );
}
