import { useEffect, useEffectEvent, useRef, useState } from "react";
import { sayingNow } from "./answer";
import type { PlayedTrial } from "./useTrialAnswer";

const beat = 200;

/**
 * Lets the call run in real time: says what is said, and asks for what comes next when its moment is there. While it does not run,
 * time moves only where it is moved by hand. Answers the second that the call is at.
 */
export function usePlayer(played: PlayedTrial | undefined, running: boolean, onDue: (until: number) => void): number {
  const [ahead, setAhead] = useState({ of: played, seconds: 0 });
  const audio = useRef<HTMLAudioElement | null>(null);
  const due = useEffectEvent(onDue);

  useEffect(() => {
    const deadline = played?.answer.deadline ?? null;
    if (!running || !played || deadline === null) {
      return;
    }
    const { now } = played.answer;
    const began = performance.now();
    const timer = setInterval(() => {
      const seconds = (performance.now() - began) / 1_000;
      setAhead({ of: played, seconds: Math.min(seconds, deadline - now) });
      if (now + seconds >= deadline) {
        clearInterval(timer);
        due(deadline);
      }
    }, beat);
    return () => { clearInterval(timer); };
  }, [played, running]);

  useEffect(() => {
    const said = running && played ? sayingNow(played.answer) : undefined;
    if (!said?.audio || !played) {
      audio.current?.pause();
      audio.current = null;
      return;
    }
    // The same text goes on where it is, whatever was asked for meanwhile.
    const same = audio.current?.dataset["said"] === `${String(said.at)} ${said.audio}`;
    if (same) {
      return;
    }
    audio.current?.pause();
    const player = new Audio(said.audio);
    player.dataset["said"] = `${String(said.at)} ${said.audio}`;
    player.currentTime = Math.max(played.answer.now - said.at, 0);
    // A browser that plays nothing before the page was touched says so; the transcript has it all the same.
    player.play().catch(() => undefined);
    audio.current = player;
  }, [played, running]);

  useEffect(() => () => { audio.current?.pause(); }, []);
  return (played?.answer.now ?? 0) + (running && ahead.of === played ? ahead.seconds : 0);
}
