import { Alert } from "@mantine/core";
import { useWording } from "../words";
import type { useSaving } from "./useSaving";

/** Why the last save did not succeed, or that nothing is being checked. */
export function SaveProblem({ saving, reached }: { saving: ReturnType<typeof useSaving>; reached: boolean }) {
  const { t } = useWording();
  if (saving.error) {
    return <Alert color="red" withCloseButton closeButtonLabel={t("palette.close")} onClose={saving.dismiss} title={t("bar.notSaved")}>{saving.error.message}</Alert>;
  }
  return reached ? null : <Alert color="yellow" p="xs">{t("bar.notChecked")}</Alert>;
}
