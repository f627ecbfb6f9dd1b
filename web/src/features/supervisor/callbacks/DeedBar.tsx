import { Button, Group, Paper, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { deeds, type Callback, type Deed } from "../../../api/callbacks";
import classes from "./callbacks.module.css";
import { mayDoToAny } from "./mayDo";

interface Props {
  chosen: readonly Callback[];
  onChoose: (deed: Deed) => void;
  onClear: () => void;
}

/** What can be done to those chosen; it stays in sight while one goes through the list. */
export function DeedBar({ chosen, onChoose, onClear }: Props) {
  const { t } = useTranslation("callbacks");
  return (
    <Paper className={classes.deeds} p="xs" role="region" aria-label={t("chosen", { count: chosen.length })}>
      <Group gap="xs">
        <Text size="sm" fw={600} className="figures" role="status">{t("chosen", { count: chosen.length })}</Text>
        {deeds.filter(deed => mayDoToAny(deed, chosen)).map(deed => (
          <Button key={deed} size="xs" variant="default" c={deed === "cancel" ? "var(--rappel-bad)" : "var(--rappel-text)"} onClick={() => { onChoose(deed); }}>
            {t(`deeds.${deed}.name`)}
          </Button>
        ))}
        <Button size="xs" variant="subtle" ml="auto" onClick={onClear}>{t("clear")}</Button>
      </Group>
    </Paper>
  );
}
