import { useDesk } from "./DeskContext";
import { CallCard } from "./call/CallCard";
import { IdleCard } from "./IdleCard";
import { OfferCard } from "./offer/OfferCard";
import { WrapUpCard } from "./after/WrapUpCard";

/** What there is to do now: one thing. */
export function WorkCard() {
  const { work } = useDesk();
  if (work.offer) return <OfferCard key={work.offer.id} offer={work.offer} />;
  if (work.call) return <CallCard key={work.call.interaction} call={work.call} />;
  if (work.wrapUp) return <WrapUpCard key={work.wrapUp.interaction ?? work.wrapUp.since} wrapUp={work.wrapUp} />;
  return <IdleCard />;
}
