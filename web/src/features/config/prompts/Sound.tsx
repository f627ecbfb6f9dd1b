import { useCallback } from "react";

interface Props {
  sound: Blob;
  label: string;
}

/** A player for a sound that the browser holds itself. */
export function Sound({ sound, label }: Props) {
  const play = useCallback((player: HTMLAudioElement | null) => {
    if (!player) return undefined;
    const address = URL.createObjectURL(sound);
    player.src = address;
    return () => { URL.revokeObjectURL(address); };
  }, [sound]);
  return <audio controls ref={play} aria-label={label} style={{ width: "100%" }}><track kind="captions" /></audio>;
}
