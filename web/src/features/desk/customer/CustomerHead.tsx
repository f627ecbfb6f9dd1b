import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Tag } from "../../../ui/Tag";
import { phoneInWords } from "../../../ui/words";
import classes from "../desk.module.css";

interface Props {
  kind: string;
  number: string | null;
  name: string | null;
  queueName: string | null;
  language: string | null;
}

/** Who it is, large. */
export function CustomerHead({ kind, number, name, queueName, language }: Props) {
  const { t, i18n } = useTranslation("desk");
  const shown = number === null ? t("withheld") : phoneInWords(number);
  const spoken = language !== null && i18n.exists(`languages.${language}`, { ns: "desk" }) ? t(`languages.${language}`) : language;
  return (
    <div className={classes.who}>
      <Group gap={6}>
        <Tag tone="accent">{kind}</Tag>
        {spoken && <Tag>{spoken}</Tag>}
        {queueName && <Text size="sm" c="dimmed">{queueName}</Text>}
      </Group>
      <Text className={classes.large ?? ""}>{name ?? shown}</Text>
      {name && <Text c="dimmed" className="figures">{shown}</Text>}
    </div>
  );
}
