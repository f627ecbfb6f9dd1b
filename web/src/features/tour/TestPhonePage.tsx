import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { PageHeader } from "../../ui/PageHeader";
import { PhoneProvider } from "../phone/PhoneProvider";
import { NumberForm } from "./NumberForm";
import { TestPhone } from "./TestPhone";
import { fictitious, isNumber } from "./numbers";

/** The phone of a customer, to try the contact centre with: no carrier and no telephone is needed. */
export default function TestPhonePage() {
  const { t } = useTranslation("tour");
  const [query, setQuery] = useSearchParams();
  const asked = query.get("number") ?? "";
  const number = isNumber(asked) ? asked : fictitious;
  const [channel, setChannel] = useState(query.get("to"));
  return (
    <>
      <PageHeader title={t("phone.title")} about={t("phone.about")} />
      <NumberForm key={number} number={number} onChange={chosen => { setQuery({ number: chosen }, { replace: true }); }} />
      <PhoneProvider key={number} owner={{ customer: number }} mayBeSilent>
        <TestPhone number={number} channel={channel} onChannel={setChannel} />
      </PhoneProvider>
    </>
  );
}
