import { useTranslation } from "react-i18next";
import { SectionForm } from "../shared/SectionForm";

/** One person who takes calls, and the phone that rings. */
export default function AgentPage() {
  const { t } = useTranslation("config");
  return (
    <SectionForm
      section="agents" initial={{}} keyFollowsName={false} keyHelp={t("agents.keyHelp")}
      groups={[
        { name: "general", fields: ["name", "language", "groups", "directNumber"] },
        { name: "phone", fields: ["connection", "password"] },
        { name: "offers", fields: ["offerTimeout", "mayReject", "autoAnswer"] },
      ]}
    />
  );
}
