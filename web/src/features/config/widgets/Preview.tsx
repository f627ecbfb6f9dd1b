import { Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useServerStatus } from "../../../api/status";
import type { Value } from "../../../api/types";
import { currentLanguage } from "../../../i18n";
import { CallbackElement, defineCallbackElement } from "../../widget/embed/CallbackElement";
import type { Language } from "../../widget/shared/types";
import { exampleApi } from "./exampleApi";
import { languageNames } from "./languageNames";

const known = (words: unknown): Language[] => {
  const given = Array.isArray(words) ? words.filter((word): word is Language => word === "en" || word === "fr") : [];
  return given.length > 0 ? given : ["en", "fr"];
};

/** The very element that stands on the pages, with what is on this page; it asks nobody for anything. */
export function Preview({ value }: { value: Value }) {
  const { t } = useTranslation("config");
  const place = useRef<HTMLDivElement>(null);
  const tenant = useServerStatus().data?.name ?? "";
  const [wanted, setWanted] = useState<Language>(currentLanguage());
  const offered = known(value.languages);
  const language = offered.includes(wanted) ? wanted : offered[0] ?? "en";
  const color = typeof value.color === "string" && /^#[0-9a-f]{6}$/i.test(value.color) ? value.color : null;
  const spoken = offered.join();
  useEffect(() => {
    defineCallbackElement();
    const widget = new CallbackElement();
    widget.api = exampleApi(tenant, spoken.split(",") as Language[], color);
    widget.setAttribute("language", language);
    place.current?.replaceChildren(widget);
  }, [tenant, language, color, spoken]);
  return (
    <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={t("widgets.preview")}>
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h3">{t("widgets.preview")}</Title>
        <Text size="sm" c="dimmed">{t("widgets.previewHelp")}</Text>
        {offered.length > 1 && (
          <SegmentedControl
            aria-label={t("widgets.language")} value={language} onChange={(chosen) => { setWanted(chosen as Language); }}
            data={languageNames()}
          />
        )}
        <div ref={place} style={{ width: "100%", padding: "1rem", background: "#fff", borderRadius: 8, border: "1px solid #c5cec9" }} />
      </Stack>
    </Paper>
  );
}
