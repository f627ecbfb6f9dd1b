import { describe, expect, it } from "vitest";
import { encodeWav, trimSilence } from "./wav";

// The tests' browser has Blob.arrayBuffer on no blob of its own.
const bytesOf = (blob: Blob) => new Promise<DataView>((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => { resolve(new DataView(reader.result as ArrayBuffer)); };
  reader.onerror = () => { reject(new Error("unreadable")); };
  reader.readAsArrayBuffer(blob);
});

function text(view: DataView, at: number, length: number): string {
  return String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)));
}

describe("a WAV file", () => {
  it("has a header that tells rate, width and length", async () => {
    const view = await bytesOf(encodeWav(new Float32Array(100), 16_000));
    expect(text(view, 0, 4)).toBe("RIFF");
    expect(view.getUint32(4, true)).toBe(236);
    expect(text(view, 8, 8)).toBe("WAVEfmt ");
    expect(view.getUint16(22, true)).toBe(1);
    expect(view.getUint32(24, true)).toBe(16_000);
    expect(view.getUint32(28, true)).toBe(32_000);
    expect(view.getUint16(34, true)).toBe(16);
    expect(view.getUint32(40, true)).toBe(200);
    expect(view.byteLength).toBe(244);
  });

  it("clips what is too loud", async () => {
    const view = await bytesOf(encodeWav(new Float32Array([0, 1, -1, 2, -2, 0.5]), 8_000));
    const samples = Array.from({ length: 6 }, (_, index) => view.getInt16(44 + index * 2, true));
    expect(samples).toEqual([0, 32767, -32767, 32767, -32767, 16384]);
  });
});

describe("silence", () => {
  it("is cut off at both ends, but for a tenth of a second", () => {
    const samples = new Float32Array(3_000);
    samples.fill(0.5, 1_000, 2_000);
    const trimmed = trimSilence(samples, 1_000);
    expect(trimmed.length).toBe(1_199);
    expect(trimmed[100]).toBe(0.5);
  });

  it("is left alone where there is nothing else", () => {
    expect(trimSilence(new Float32Array(10), 1_000)).toHaveLength(10);
  });
});
