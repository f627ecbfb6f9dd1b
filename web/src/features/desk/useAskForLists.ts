import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Work } from "../../api/work";

/** What is listed beside the work is told with the work: a call that has ended is not shown as going on. */
export function useAskForLists(agent: string, work: Work | undefined) {
  const client = useQueryClient();
  const status = work?.status;
  const callback = work?.callback?.status;
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ["own-callbacks", agent] });
    void client.invalidateQueries({ queryKey: ["today", agent] });
  }, [client, agent, status, callback]);
}
