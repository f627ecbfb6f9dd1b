import { useEffect, useRef, useState } from "react";
import { fetchAnswer } from "../../api/client";

const speeds = [1, 1.25, 1.5, 2] as const;

/** A sound of the server's, and where one is in it. @param seconds how long it is */
export function useSound(path: string, seconds: number) {
  const player = useRef<HTMLAudioElement>(null);
  const [isOn, setIsOn] = useState(false);
  const [at, setAt] = useState(0);
  const [step, setStep] = useState(0);
  const [trouble, setTrouble] = useState<string | null>(null);
  const speed = speeds[step % speeds.length] ?? 1;
  // A place that was chosen before there was anything to be at a place of.
  const wanted = useRef<number | null>(null);
  useEffect(() => () => { player.current?.pause(); }, []);

  // The element tells that it failed, not why: the server does.
  const askWhy = async () => {
    setIsOn(false);
    try {
      await fetchAnswer(path, { method: "GET", accept: "application/problem+json", range: "bytes=0-0" });
      setTrouble(player.current?.error?.message ?? "");
    } catch (failure) {
      setTrouble(failure instanceof Error ? failure.message : String(failure));
    }
  };

  return {
    isOn, at, speed, trouble,
    toggle: () => {
      setTrouble(null);
      if (isOn) player.current?.pause();
      else void player.current?.play().catch(() => undefined);
    },
    seek: (place: number) => {
      setAt(place);
      if (player.current && player.current.readyState > 0) player.current.currentTime = place;
      else wanted.current = place;
    },
    faster: () => {
      setStep(step + 1);
      if (player.current) player.current.playbackRate = speeds[(step + 1) % speeds.length] ?? 1;
    },
    audio: {
      ref: player, src: `/api/v1${path}`,
      onPlay: () => { setIsOn(true); },
      onPause: () => { setIsOn(false); },
      onEnded: () => { setIsOn(false); setAt(seconds); },
      onTimeUpdate: () => { setAt(player.current?.currentTime ?? 0); },
      onLoadedMetadata: () => {
        if (!player.current) return;
        player.current.playbackRate = speed;
        if (wanted.current !== null) player.current.currentTime = wanted.current;
        wanted.current = null;
      },
      onError: () => { void askWhy(); },
    },
  };
}
