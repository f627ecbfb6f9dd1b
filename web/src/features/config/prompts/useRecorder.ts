import { useCallback, useEffect, useRef, useState } from "react";
import { toWav } from "./sound";

/** Why there is no recording: no way to ask the browser, the person said no, no microphone, or nothing that could be kept. */
export type RecorderFault = "insecure" | "denied" | "no-microphone" | "failed";

export type RecorderState =
  | { kind: "idle" }
  | { kind: "asking" }
  | { kind: "recording" }
  | { kind: "keeping" }
  | { kind: "done"; sound: Blob }
  | { kind: "fault"; fault: RecorderFault };

export interface Recorder {
  state: RecorderState;
  /** 0 silence, 1 as loud as it gets. */
  level: number;
  seconds: number;
  start: () => void;
  stop: () => void;
  reset: () => void;
}

/** Longest recording, so that a forgotten microphone fills no disk. */
export const longestSeconds = 300;

function faultOf(error: unknown): RecorderFault {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError") return "denied";
  return name === "NotFoundError" ? "no-microphone" : "failed";
}

function loudness(analyser: AnalyserNode, samples: Float32Array<ArrayBuffer>): number {
  analyser.getFloatTimeDomainData(samples);
  return Math.min(1, Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length) * 4);
}

/** Records the microphone, and makes a WAV file of it when it stops. */
export function useRecorder(): Recorder {
  const [state, setState] = useState<RecorderState>({ kind: "idle" });
  const [level, setLevel] = useState(0);
  const [seconds, setSeconds] = useState(0);
  const release = useRef<() => void>(() => undefined);
  const recorder = useRef<MediaRecorder | null>(null);

  useEffect(() => () => { release.current(); }, []);

  const stop = useCallback(() => {
    if (recorder.current?.state === "recording") recorder.current.stop();
  }, []);

  const begin = (stream: MediaStream) => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const parts: Blob[] = [];
    const device = new MediaRecorder(stream);
    const startedAt = performance.now();
    const meter = window.setInterval(() => {
      const passed = (performance.now() - startedAt) / 1000;
      setLevel(loudness(analyser, samples));
      setSeconds(passed);
      if (passed >= longestSeconds) stop();
    }, 80);
    let abandoned = false;
    release.current = () => {
      abandoned = true;
      window.clearInterval(meter);
      stream.getTracks().forEach((track) => { track.stop(); });
      void context.close();
      release.current = () => undefined;
    };
    device.ondataavailable = (event) => { parts.push(event.data); };
    device.onstop = () => {
      if (abandoned) return;
      release.current();
      setLevel(0);
      setState({ kind: "keeping" });
      toWav(new Blob(parts, { type: device.mimeType }), true).then(
        (sound) => { setState({ kind: "done", sound }); },
        () => { setState({ kind: "fault", fault: "failed" }); },
      );
    };
    recorder.current = device;
    device.start();
    setState({ kind: "recording" });
  };

  const start = () => {
    // Browsers hand out the microphone over HTTPS and on the machine itself alone.
    if (!("mediaDevices" in navigator)) {
      setState({ kind: "fault", fault: "insecure" });
      return;
    }
    setState({ kind: "asking" });
    setSeconds(0);
    navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } }).then(begin, (error: unknown) => {
      setState({ kind: "fault", fault: faultOf(error) });
    });
  };

  return { state, level, seconds, start, stop, reset: () => { setState({ kind: "idle" }); setSeconds(0); } };
}
