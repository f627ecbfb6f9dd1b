import { useTranslation } from "react-i18next";
import { Facts } from "./Facts";

/** The number is told already. */
const told = new Set(["customer.phoneNumber", "customer.name"]);

/** What the caller typed or the request brought, by its name: `customer.accountNumber` as "account number" where there are words for it. */
export function Typed({ variables }: { variables: Record<string, string> }) {
  const { t, i18n } = useTranslation("desk");
  const word = (name: string) => {
    const short = name.split(".").at(-1) ?? name;
    return i18n.exists(`typed.${short}`, { ns: "desk" }) ? t(`typed.${short}`) : name;
  };
  return <Facts facts={Object.entries(variables).filter(([name]) => !told.has(name)).map(([name, value]) => [word(name), value])} />;
}
