import { encodeWav, trimSilence } from "./wav";

/** A phone hears nothing above 4 kHz; twice that leaves room for better lines. */
const keptRate = 16_000;

/** What the browser cannot make sense of as sound. */
export class NotSound extends Error {
  constructor(cause: unknown) {
    super("not a sound", { cause });
    this.name = "NotSound";
  }
}

async function decode(sound: Blob): Promise<AudioBuffer> {
  const context = new AudioContext();
  try {
    return await context.decodeAudioData(await sound.arrayBuffer());
  } catch (cause) {
    throw new NotSound(cause);
  } finally {
    await context.close();
  }
}

/** Any sound the browser plays as a WAV file of one channel. */
export async function toWav(sound: Blob, trimmed: boolean): Promise<Blob> {
  const decoded = await decode(sound);
  const offline = new OfflineAudioContext(1, Math.max(1, Math.ceil(decoded.duration * keptRate)), keptRate);
  const source = offline.createBufferSource();
  source.buffer = decoded;
  source.connect(offline.destination);
  source.start();
  const samples = (await offline.startRendering()).getChannelData(0);
  return encodeWav(trimmed ? trimSilence(samples, keptRate) : samples, keptRate);
}

/** The file as it is where it is WAV, which the server reads at any rate; made into WAV where it is another kind of sound. */
export async function asWav(file: File): Promise<Blob> {
  const start = new TextDecoder("latin1").decode(await file.slice(0, 12).arrayBuffer());
  return start.startsWith("RIFF") && start.endsWith("WAVE") ? file : toWav(file, false);
}
