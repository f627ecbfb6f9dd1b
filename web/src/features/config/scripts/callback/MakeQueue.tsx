import { useObject } from "../../../../api/draft";
import { useEditor } from "../editor/EditorContext";
import { indexOf } from "../model/lookup";
import { textOf } from "../model/types";
import { useWording } from "../words";
import { MakeObject } from "./MakeObject";

/** An outbound queue with the agents and the priority of the queue that callers of this script wait in. */
export function MakeQueue({ onMade }: { onMade: (key: string) => void }) {
  const { t } = useWording();
  const { script } = useEditor();
  const forward = [...indexOf(script).values()].find((at) => at.node.type === "forwardToQueue");
  const inbound = useObject("inboundQueues", textOf(forward?.node.values["queue"]) || undefined).data;
  const { priority, members } = inbound?.value ?? {};
  return (
    <MakeObject
      section="outboundQueues" title={t("assistant.makeQueue")} usualName={t("assistant.queueName")} onMade={onMade}
      about={inbound ? t("assistant.makeQueueLike", { queue: textOf(inbound.value["name"]) || inbound.key }) : t("assistant.makeQueueAlone")}
      value={(name) => ({ name, ...(priority === undefined ? {} : { priority }), members: members ?? [] })}
    />
  );
}
