import { useEffect, useRef } from "react";
import { useUser } from "../../../api/session";
import { endWatch, useBeginWatch, useWatches, useWatchMode, type Watch, type WatchMode } from "../../../api/watches";
import { phoneIsHere } from "../../desk/usePhonePlace";
import { useListeningPhone } from "../../phone/OwnPhone";
import { usePhone } from "../../phone/PhoneContext";

export interface OwnWatch {
  /** `phone`: one's own is being connected; `ringing`: it rings for this; `joined`: one is at the call; `over`: no longer. */
  state: "phone" | "ringing" | "joined" | "over";
  /** False where a phone on the desk is the one that rings. */
  inBrowser: boolean;
  watch: Watch | null;
  /** What was refused, in the server's words. */
  error: Error | null;
  change: (mode: WatchMode) => void;
}

/** Is at an agent's call for as long as the component is there. One's own phone is connected first, and answers by itself. */
export function useWatch(agent: string): OwnWatch {
  const user = useUser();
  const inBrowser = !user?.agent || phoneIsHere(user.agent);
  useListeningPhone(inBrowser);
  const { link, call, phone } = usePhone();
  const { mutateAsync: begin, data: id, error: refused } = useBeginWatch();
  const { mutate: ask, error: unchanged } = useWatchMode();
  const { data: watches } = useWatches(id !== undefined);
  const begun = useRef<Promise<string>>(undefined);
  const canRing = !inBrowser || (link === "ready" && call === null);

  useEffect(() => {
    if (!canRing || begun.current) return;
    if (inBrowser) phone?.expectCall();
    begun.current = begin({ agent, mode: "listen" });
    // What was refused is shown.
    begun.current.catch(() => undefined);
  }, [canRing, inBrowser, phone, begin, agent]);
  // One that is over is known no more, which is as well.
  useEffect(() => () => { begun.current?.then(endWatch).catch(() => undefined); }, []);

  // Silent unless one means to speak: what is said to oneself while listening stays in the room.
  const watch = watches?.find(one => one.id === id) ?? null;
  const [mode, talks] = [watch?.mode, call?.state === "talking"];
  useEffect(() => { if (talks && mode && inBrowser) phone?.setMuted(mode === "listen"); }, [talks, mode, inBrowser, phone]);

  const state = id === undefined ? "phone" : watches && !watch ? "over" : watch?.answeredAt ? "joined" : "ringing";
  return { state, inBrowser, watch, error: refused ?? unchanged, change: next => { if (id !== undefined) ask({ id, mode: next }); } };
}
