import { SectionForm } from "../shared/SectionForm";

/** One number, and the script it runs. */
export default function ChannelPage() {
  return (
    <SectionForm
      section="channels" initial={{}}
      groups={[{ name: "general", fields: ["name", "number", "enabled"] }, { name: "calls", fields: ["script", "language"] }]}
    />
  );
}
