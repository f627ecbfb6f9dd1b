const headerBytes = 44;
const bytesPerSample = 2;
const loudest = 0x7fff;

function writeText(view: DataView, at: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) view.setUint8(at + index, text.charCodeAt(index));
}

/** A WAV file of 16-bit mono samples; samples beyond -1 to 1 are clipped. */
export function encodeWav(samples: Float32Array, sampleRate: number): Blob {
  const dataBytes = samples.length * bytesPerSample;
  const view = new DataView(new ArrayBuffer(headerBytes + dataBytes));
  writeText(view, 0, "RIFF");
  view.setUint32(4, headerBytes - 8 + dataBytes, true);
  writeText(view, 8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * bytesPerSample, true);
  view.setUint16(32, bytesPerSample, true);
  view.setUint16(34, bytesPerSample * 8, true);
  writeText(view, 36, "data");
  view.setUint32(40, dataBytes, true);
  samples.forEach((sample, index) => {
    const clipped = Math.max(-1, Math.min(1, sample));
    view.setInt16(headerBytes + index * bytesPerSample, Math.round(clipped * loudest), true);
  });
  return new Blob([view], { type: "audio/wav" });
}

/** The part of a recording between its first and last sound, with a little silence left at both ends. */
export function trimSilence(samples: Float32Array, sampleRate: number): Float32Array {
  const threshold = 0.01;
  const margin = Math.round(sampleRate / 10);
  const first = samples.findIndex((sample) => Math.abs(sample) > threshold);
  if (first < 0) return samples;
  const last = samples.findLastIndex((sample) => Math.abs(sample) > threshold);
  return samples.slice(Math.max(0, first - margin), Math.min(samples.length, last + margin));
}
