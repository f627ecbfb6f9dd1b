import { useEffect, useRef, type RefObject } from "react";

const SAMPLES = 512;
const PERIOD = 60;
/** Speech is quiet in figures: at this root mean square the meter is full. */
const FULL = 0.25;

/** Loudness of samples in -1..1, as a part of a full meter: 0 to 1. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.min(1, Math.sqrt(Math.sqrt(sum / samples.length) / FULL));
}

/** Lets an element show how loud a stream is, without drawing the page anew: its custom property `--level` runs from 0 to 1. */
export function useLevel(stream: MediaStream | null): RefObject<HTMLDivElement | null> {
  const meter = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!stream || stream.getAudioTracks().length === 0) return;
    const element = meter.current;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = SAMPLES;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(SAMPLES);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      element?.style.setProperty("--level", levelOf(samples).toFixed(2));
    }, PERIOD);
    return () => {
      clearInterval(timer);
      element?.style.setProperty("--level", "0");
      void context.close();
    };
  }, [stream]);
  return meter;
}
