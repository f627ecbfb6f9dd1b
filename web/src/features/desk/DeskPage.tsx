import { useParams } from "react-router";
import { useUser } from "../../api/session";
import { useOwnPhone } from "../phone/OwnPhone";
import { PhoneProvider } from "../phone/PhoneProvider";
import { AgentChoice } from "./AgentChoice";
import { Desk } from "./Desk";
import { usePhonePlace } from "./usePhonePlace";

/** An agent's workspace: one's own, or, for who may be anybody's phone, the one of the address. */
export default function DeskPage() {
  const user = useUser();
  const { agent } = useParams();
  if (agent !== undefined && agent !== user?.agent) return <OtherDesk key={agent} agent={agent} />;
  return user?.agent ? <OwnDesk agent={user.agent} /> : <AgentChoice />;
}

function OwnDesk({ agent }: { agent: string }) {
  const { inBrowser, setInBrowser } = usePhonePlace(agent);
  useOwnPhone(inBrowser);
  return <Desk agent={agent} inBrowser={inBrowser} setInBrowser={setInBrowser} />;
}

function OtherDesk({ agent }: { agent: string }) {
  const { inBrowser, setInBrowser } = usePhonePlace(agent);
  return (
    <PhoneProvider owner={inBrowser ? { agent } : null} mayBeSilent>
      <Desk agent={agent} inBrowser={inBrowser} setInBrowser={setInBrowser} />
    </PhoneProvider>
  );
}
