import { SectionForm } from "../shared/SectionForm";
import { MembersField } from "./MembersField";

const overrides = { members: MembersField };

/** Messages that callers leave. */
export default function VoicemailQueuePage() {
  return (
    <SectionForm
      section="voicemailQueues" initial={{}} overrides={overrides}
      groups={[
        { name: "general", fields: ["name", "priority"] },
        { name: "messages", fields: ["greeting", "maximumLength"] },
        { name: "members", fields: ["members"] },
        { name: "agents", fields: ["wrapUp", "transactionCodes", "codesMandatory"] },
      ]}
    />
  );
}
