import { useEffect, useRef, useState } from "react";

/** What a sound that has to be asked for is doing. */
export type SoundState = "silent" | "loading" | "playing";

export interface Sound {
  state: SoundState;
  /** Plays it from the beginning; while it is fetched or played, stops it. */
  toggle: () => void;
}

/** Plays a sound that `load` gets; it ends with the component. What goes wrong is told to `onFault`, and null when it is tried again. */
export function useSound(load: (signal: AbortSignal) => Promise<Blob>, onFault: (error: Error | null) => void): Sound {
  const [state, setState] = useState<SoundState>("silent");
  const playing = useRef<{ stop: () => void } | null>(null);
  useEffect(() => () => { playing.current?.stop(); }, []);

  const start = async () => {
    const control = new AbortController();
    const player = new Audio();
    const stop = () => {
      control.abort();
      player.pause();
      if (player.src) URL.revokeObjectURL(player.src);
      playing.current = null;
      setState("silent");
    };
    playing.current = { stop };
    setState("loading");
    onFault(null);
    try {
      player.src = URL.createObjectURL(await load(control.signal));
      player.onended = stop;
      await player.play();
      setState("playing");
    } catch (error) {
      if (!control.signal.aborted) {
        stop();
        onFault(error instanceof Error ? error : new Error(String(error)));
      }
    }
  };

  return { state, toggle: () => { if (playing.current) playing.current.stop(); else void start(); } };
}
