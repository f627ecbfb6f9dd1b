import { useTargets } from "../../api/targets";
import { useDesk } from "./DeskContext";

/** A queue's name by its key: an agent may not read the queues, but knows those a call can be handed to. */
export function useQueueNames(): (key: string) => string {
  const { agent } = useDesk();
  const { data } = useTargets(agent, "");
  return key => data?.queues.find(({ queue }) => queue === key)?.name ?? key;
}
