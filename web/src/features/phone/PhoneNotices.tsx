import { Alert, Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/problem";
import { usePhone } from "./PhoneContext";

/** What keeps this page from being a phone, and what to do about it. Nothing where all is well. */
export function PhoneNotices() {
  const { t, i18n } = useTranslation("phone");
  const { holder, takeOver, refused, link, refusal, microphone, silenced, phone } = usePhone();
  if (refused) {
    const word = refused instanceof ApiProblem ? `refused.${refused.code}` : "";
    return <Alert color="red" role="alert" title={t("noPhone")}>{i18n.exists(word, { ns: "phone" }) ? t(word) : refused.message}</Alert>;
  }
  return (
    <>
      {holder === "elsewhere" && (
        <Alert color="yellow" title={t("elsewhere.title")}>
          <Group justify="space-between"><Text size="sm">{t("elsewhere.what")}</Text><Button size="xs" onClick={takeOver}>{t("elsewhere.take")}</Button></Group>
        </Alert>
      )}
      {link === "refused" && <Alert color="red" role="alert" title={t("noPhone")}>{t("refusedBySip", { status: refusal })}</Alert>}
      {link === "lost" && <Alert color="yellow" role="status">{t("lost")}</Alert>}
      {microphone && <Alert color="red" role="alert" title={t("noMicrophone")}>{t(`microphone.${microphone}`)}</Alert>}
      {silenced && phone && <Alert color="yellow" role="alert">{t("silenced")}</Alert>}
    </>
  );
}
