import { useParams } from "react-router";
import { newKey } from "../../../app/places";
import { SectionForm } from "../shared/SectionForm";
import { Preview } from "./Preview";
import { Snippet } from "./Snippet";

const initial = { attempts: 3, retryDelay: "5 min", cancelAfter: "4 h", origins: [] };

/** One form on web pages. */
export default function WidgetPage() {
  const { key } = useParams();
  return (
    <SectionForm
      section="widgets" initial={initial}
      groups={[
        { name: "general", fields: ["name", "outboundQueue", "inboundQueue", "enabled"] },
        { name: "promise", fields: ["dialPlan", "callerId", "attempts", "retryDelay", "cancelAfter", "ringTime"] },
        { name: "pages", fields: ["origins", "languages", "color"] },
      ]}
    >
      {({ value }) => (
        <>
          {key && key !== newKey && <Snippet widget={key} />}
          <Preview value={value} />
        </>
      )}
    </SectionForm>
  );
}
