import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveCsv } from "../../api/reports";
import { IconDownload } from "../../ui/icons";
import { tellFailed } from "../../ui/toast";

/** Saves what the page shows as a file for a spreadsheet. */
export function CsvButton({ path, name }: { path: string; name: string }) {
  const { t } = useTranslation("reports");
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await saveCsv(path, name);
    } catch (failure) {
      tellFailed(t("csvFailed"), failure instanceof Error ? failure : undefined);
    } finally {
      setBusy(false);
    }
  };
  return <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} loading={busy} onClick={() => void save()}>{t("csv")}</Button>;
}
