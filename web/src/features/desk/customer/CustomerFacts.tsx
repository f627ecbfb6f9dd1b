import type { Work } from "../../../api/work";
import { CallbackFacts } from "./CallbackFacts";
import { CallFacts } from "./CallFacts";

/** What is known of the person, whichever way they came. */
export function CustomerFacts({ callback, interaction, until }: Pick<Work, "callback" | "interaction"> & { until?: string | null }) {
  if (callback) return <CallbackFacts callback={callback} until={until} />;
  return interaction && <CallFacts interaction={interaction} />;
}
