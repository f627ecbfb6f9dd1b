import { SectionForm } from "../shared/SectionForm";
import { MembersField } from "./MembersField";

const overrides = { members: MembersField };

/** Callers who wait for an agent. */
export default function InboundQueuePage() {
  return (
    <SectionForm
      section="inboundQueues" initial={{ members: [] }} overrides={overrides}
      groups={[
        { name: "general", fields: ["name", "priority", "schedule"] },
        { name: "waiting", fields: ["treatment", "music", "maximumCalls", "maximumWait", "outboundQueue"] },
        { name: "members", fields: ["members"] },
        { name: "agents", fields: ["whisper", "wrapUp", "transactionCodes", "codesMandatory", "recording", "recordingAnnouncement"] },
        { name: "serviceLevel", fields: ["serviceLevelThreshold", "serviceLevelTarget"] },
      ]}
    />
  );
}
