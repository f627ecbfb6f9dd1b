import { useMutation } from "@tanstack/react-query";
import { address, request } from "./client";

/** `listen`: both are heard; `whisper`: the agent hears the watcher too; `barge`: all three hear each other. */
export const watchModes = ["listen", "whisper", "barge"] as const;
export type WatchMode = (typeof watchModes)[number];

/** Rings one's own phone, and joins it to the agent's call when it is answered. */
export const useWatch = () => useMutation({
  mutationFn: ({ agent, mode }: { agent: string; mode: WatchMode }) => request(address("/agents", agent, "watch"), { method: "POST", body: { mode } }),
});
