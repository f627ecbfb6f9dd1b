import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Value } from "../../../api/types";
import { IconTags } from "../../../ui/icons";
import { PageHeader } from "../../../ui/PageHeader";
import { SectionList } from "../shared/SectionList";

const kinds = { transaction: "transactionCodes", status: "statusCodes" } as const;

/** What agents say a call was about, and why they are away. */
export default function CodesPage() {
  const { t } = useTranslation("config");
  const [query, setQuery] = useSearchParams();
  const kind = query.get("kind") === "status" ? "status" : "transaction";
  return (
    <>
      <PageHeader title={t("pages.codes.title")} about={t("pages.codes.about")} />
      <Tabs value={kind} onChange={(value) => { setQuery(value === "status" ? { kind: "status" } : {}); }} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="transaction">{t("codes.transaction")}</Tabs.Tab>
          <Tabs.Tab value="status">{t("codes.status")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={kind}>
          <SectionList<Value>
            section={kinds[kind]} icon={IconTags}
            columns={[{ id: "codes", title: t("column.codes"), cell: ({ value }) => namesOf(value) }]}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

const mostNames = 4;

function namesOf({ codes }: Value): string {
  if (!Array.isArray(codes)) return "";
  const names = codes.map((code) => (typeof code === "object" && code !== null && !Array.isArray(code) ? String(code.name ?? code.code ?? "") : ""));
  return names.length > mostNames ? `${names.slice(0, mostNames).join(", ")} +${String(names.length - mostNames)}` : names.join(", ");
}
