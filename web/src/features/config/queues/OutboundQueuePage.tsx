import { SectionForm } from "../shared/SectionForm";
import { MembersField } from "./MembersField";

const overrides = { members: MembersField };

/** Callbacks that wait for an agent. */
export default function OutboundQueuePage() {
  return (
    <SectionForm
      section="outboundQueues" initial={{ members: [] }} overrides={overrides}
      groups={[
        { name: "general", fields: ["name", "priority"] },
        { name: "callbacks", fields: ["schedule", "maximumPending", "mayDismiss"] },
        { name: "members", fields: ["members"] },
        { name: "agents", fields: ["whisper", "wrapUp", "transactionCodes", "codesMandatory", "recording", "recordingAnnouncement"] },
      ]}
    />
  );
}
