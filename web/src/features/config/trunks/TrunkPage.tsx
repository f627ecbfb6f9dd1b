import { SectionForm } from "../shared/SectionForm";

/** One way to carriers or to a PBX. */
export default function TrunkPage() {
  return (
    <SectionForm
      section="trunks" initial={{}}
      groups={[
        { name: "connection", fields: ["name", "address", "transport", "register", "keepAlive"] },
        { name: "trust", fields: ["userName", "password", "trustedNetworks"] },
        { name: "calls", fields: ["maximumCalls", "order", "callerId", "codecs", "dtmf"] },
      ]}
    />
  );
}
