import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { workKey } from "../../api/work";
import { usePhone } from "../phone/PhoneContext";

/** The phone rings before the page is told why: it asks at once. */
export function useAskForWork(agent: string) {
  const client = useQueryClient();
  const state = usePhone().call?.state;
  useEffect(() => { void client.invalidateQueries({ queryKey: workKey(agent) }); }, [client, agent, state]);
}
