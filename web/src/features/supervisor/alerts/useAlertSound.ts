import { useEffect, useRef } from "react";
import type { Alert } from "../../../api/alerts";

/** Two tones, in hertz, and how long each is heard, in seconds. */
const TONES = [880, 660];
const TONE = 0.18;
const LOUD = 0.2;

function play() {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.gain.value = LOUD;
  gain.connect(context.destination);
  TONES.forEach((hertz, index) => {
    const tone = context.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(gain);
    tone.start(context.currentTime + index * TONE);
    tone.stop(context.currentTime + (index + 1) * TONE);
    if (index === TONES.length - 1) tone.onended = () => { void context.close(); };
  });
}

/** Sounds once for each alert that was not on before. */
export function useAlertSound(alerts: readonly Alert[], enabled: boolean) {
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const now = new Set(alerts.map(alert => `${alert.alert} ${alert.since}`));
    const isNew = [...now].some(key => !known.current.has(key));
    known.current = now;
    if (isNew && enabled) play();
  }, [alerts, enabled]);
}
