import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { phoneInWords } from "../../ui/words";
import { usePhone } from "../phone/PhoneContext";
import classes from "./tour.module.css";

/** What is happening on the phone, in words. */
export function Caption({ pressed }: { pressed: string }) {
  const { t } = useTranslation(["tour", "phone"]);
  const { call, ending, link } = usePhone();
  const said = call
    ? t(`phone.states.${call.state}`, { number: phoneInWords(call.number) })
    : ending ? t(`phone:endings.${ending}`) : link === "ready" ? t("phone.ready") : t(`phone:links.${link}`);
  return (
    <div className={classes.caption} role="status" data-rings={call?.state === "rings" || undefined}>
      <Text fw={600} size="lg">{said}</Text>
      {call?.state === "talking" && <Text size="sm" c="dimmed">{t("phone.listen")}</Text>}
      {pressed !== "" && <Text className="figures" fw={600} mt={4}>{pressed}</Text>}
    </div>
  );
}
