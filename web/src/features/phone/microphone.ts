/** Why there is no microphone, in a word that a page has a sentence for. */
export type MicrophoneProblem = "insecure" | "denied" | "missing" | "busy" | "unknown";

/** No microphone, and why. */
export class NoMicrophone extends Error {
  constructor(readonly problem: MicrophoneProblem, cause?: unknown) {
    super(`no microphone: ${problem}`, { cause });
    this.name = "NoMicrophone";
  }
}

const problems: Partial<Record<string, MicrophoneProblem>> = {
  NotAllowedError: "denied", SecurityError: "denied", NotFoundError: "missing", NotReadableError: "busy", AbortError: "busy",
};

const wanted = (device: string): MediaStreamConstraints => ({
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...(device === "" ? {} : { deviceId: { exact: device } }) },
});

/**
 * Opens a microphone; the browser may ask the person first. Whoever opens it stops its tracks.
 * @param device Its id; empty for the system's choice, which is also taken where that device is gone.
 * @throws NoMicrophone
 */
export async function openMicrophone(device: string): Promise<MediaStream> {
  // Browsers hide it from pages that could have been changed on the way.
  if (!("mediaDevices" in navigator)) throw new NoMicrophone("insecure");
  try {
    return await navigator.mediaDevices.getUserMedia(wanted(device));
  } catch (cause) {
    const name = cause instanceof DOMException ? cause.name : "";
    if (name === "OverconstrainedError" && device !== "") return openMicrophone("");
    throw new NoMicrophone(problems[name] ?? "unknown", cause);
  }
}

/** What stands in for a microphone where there is none: a call that says nothing, but hears. */
export function silence(): MediaStream {
  const { stream } = new AudioContext().createMediaStreamDestination();
  return stream;
}

export const closeMicrophone = (stream: MediaStream | null) => stream?.getTracks().forEach(track => { track.stop(); });
