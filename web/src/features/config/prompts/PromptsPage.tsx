import { Group, Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { languages } from "../../../i18n";
import { IconFileMusic, IconMessageCircle } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { Tag } from "../../../ui/Tag";
import { SectionList } from "../shared/SectionList";
import { FilesPanel } from "./FilesPanel";
import { kindOf, type PromptValue } from "./prompt";

/** What is said in more than one place, and the recordings that are played. */
export default function PromptsPage() {
  const { t, i18n } = useTranslation("prompts");
  const [query, setQuery] = useSearchParams();
  const view = query.get("view") === "files" ? "files" : "prompts";
  return (
    <>
      <PageHeader title={t("title")} about={t("about")} />
      <Tabs value={view} onChange={(value) => { setQuery(value === "files" ? { view: "files" } : {}); }} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="prompts" leftSection={<IconMessageCircle size={16} />}>{t("title")}</Tabs.Tab>
          <Tabs.Tab value="files" leftSection={<IconFileMusic size={16} />}>{t("files.title")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="prompts">
          <SectionList<PromptValue>
            section="prompts" icon={IconMessageCircle}
            columns={[
              {
                id: "languages", title: t("column.languages"), cell: ({ value }) => (
                  <Group gap={6} wrap="nowrap">
                    {languages.map((language) => {
                      const kind = kindOf(value[language]);
                      return <Tag key={language} tone={kind === "none" ? "warn" : kind === "file" ? "accent" : "plain"}>{t(`column.${kind}`, { language: t(`languages.${language}`) })}</Tag>;
                    })}
                  </Group>
                ),
              },
              { id: "text", title: t("column.excerpt"), cell: ({ value }) => excerpt(value, i18n.language) },
            ]}
          />
        </Tabs.Panel>
        <Tabs.Panel value="files"><FilesPanel /></Tabs.Panel>
      </Tabs>
    </>
  );
}

const longest = 80;

/** What is said, in the reader's language where there is such a text. */
function excerpt(value: PromptValue, reader: string): string {
  const ordered = [...languages].sort((first) => (first === reader ? -1 : 0));
  const text = ordered.map((language) => value[language]).map((audio) => (audio && "text" in audio ? audio.text : "")).find((one) => one !== "") ?? "";
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
