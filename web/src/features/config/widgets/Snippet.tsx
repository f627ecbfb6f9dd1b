import { Button, Code, CopyButton, Group, Paper, Select, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languageNames } from "./languageNames";

/** The line that puts the widget on a page. */
export function Snippet({ widget }: { widget: string }) {
  const { t } = useTranslation("config");
  const [language, setLanguage] = useState("");
  const names = languageNames();
  const line = `<script src="${location.origin}/widget.js" data-widget="${widget}"${language ? ` data-language="${language}"` : ""} async></script>`;
  return (
    <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={t("widgets.snippet")}>
      <Stack gap="sm">
        <Title order={2} size="h3">{t("widgets.snippet")}</Title>
        <Text size="sm" c="dimmed">{t("widgets.snippetHelp")}</Text>
        <Select
          label={t("widgets.language")} maw={280} allowDeselect={false} value={language} onChange={(chosen) => { setLanguage(chosen ?? ""); }}
          data={[{ value: "", label: t("widgets.fromPage") }, ...names]}
        />
        <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{line}</Code>
        <Group>
          <CopyButton value={line}>
            {({ copied, copy }) => <Button variant="default" onClick={copy}>{t(copied ? "widgets.copied" : "widgets.copy")}</Button>}
          </CopyButton>
        </Group>
      </Stack>
    </Paper>
  );
}
