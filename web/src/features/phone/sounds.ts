const RATE = 8_000;
const BYTES = 2;
const HEADER = 44;

/** Two tones, sounded and silent, in seconds. */
interface Cadence {
  tones: readonly [number, number];
  on: number;
  off: number;
  /** 0 to 1. */
  loudness: number;
}

/** North America's: what a phone rings with here, and what a caller hears meanwhile. */
export const ringing: Cadence = { tones: [660, 880], on: 1.2, off: 1.6, loudness: 0.5 };
export const ringback: Cadence = { tones: [440, 480], on: 2, off: 4, loudness: 0.12 };

const made = new Map<Cadence, string>();

/** A sound to be played in a loop, made here: nothing to be fetched when it matters. */
export function soundOf(cadence: Cadence): string {
  const known = made.get(cadence);
  if (known !== undefined) return known;
  const address = URL.createObjectURL(new Blob([waveOf(cadence)], { type: "audio/wav" }));
  made.set(cadence, address);
  return address;
}

/** RIFF, 16 bit, one channel. */
export function waveOf({ tones: [low, high], on, off, loudness }: Cadence): ArrayBuffer {
  const samples = Math.round((on + off) * RATE);
  const bytes = new ArrayBuffer(HEADER + samples * BYTES);
  const view = new DataView(bytes);
  const word = (at: number, text: string) => { [...text].forEach((letter, index) => { view.setUint8(at + index, letter.charCodeAt(0)); }); };
  word(0, "RIFF");
  view.setUint32(4, bytes.byteLength - 8, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * BYTES, true);
  view.setUint16(32, BYTES, true);
  view.setUint16(34, 8 * BYTES, true);
  word(36, "data");
  view.setUint32(40, samples * BYTES, true);
  for (let i = 0; i < on * RATE; i++) {
    const swell = Math.min(1, i / 400, (on * RATE - i) / 400);
    const wave = Math.sin((2 * Math.PI * low * i) / RATE) + Math.sin((2 * Math.PI * high * i) / RATE);
    view.setInt16(HEADER + i * BYTES, Math.round((wave / 2) * swell * loudness * 0x7fff), true);
  }
  return bytes;
}
