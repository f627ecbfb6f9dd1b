import { useEffect, useRef } from "react";
import { playOn } from "./devices";

/** The other side of a call. */
export function RemoteSound({ stream, speaker }: { stream: MediaStream; speaker: string }) {
  const player = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = player.current;
    if (!element) return;
    element.srcObject = stream;
    // A page that nobody touched yet may not sound; answering is a touch.
    element.play().catch(() => undefined);
    return () => { element.srcObject = null; };
  }, [stream]);
  useEffect(() => { if (player.current) void playOn(player.current, speaker); }, [speaker, stream]);
  // eslint-disable-next-line jsx-a11y/media-has-caption -- a telephone call
  return <audio ref={player} data-call-sound autoPlay />;
}
