import type { Work } from "../../../api/work";
import { CallbackFacts } from "./CallbackFacts";
import { CallFacts } from "./CallFacts";

/** What is known of the person, whichever way they came. */
export function CustomerFacts({ callback, interaction }: Pick<Work, "callback" | "interaction">) {
  if (callback) return <CallbackFacts callback={callback} />;
  return interaction && <CallFacts interaction={interaction} />;
}
