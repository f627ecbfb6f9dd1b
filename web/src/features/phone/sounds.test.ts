import { describe, expect, it } from "vitest";
import { levelOf } from "./useLevel";
import { ringing, waveOf } from "./sounds";

describe("sounds", () => {
  it("ring, then pause, as 16-bit sound that a browser plays", () => {
    const bytes = new DataView(waveOf(ringing));
    expect(bytes.byteLength).toBe(44 + 2 * 8_000 * (ringing.on + ringing.off));
    expect(String.fromCharCode(bytes.getUint8(0), bytes.getUint8(1), bytes.getUint8(2), bytes.getUint8(3))).toBe("RIFF");
    const loudest = (from: number, until: number) => Math.max(...Array.from({ length: (until - from) * 8_000 }, (_, i) => Math.abs(bytes.getInt16(44 + 2 * Math.floor(from * 8_000 + i), true))));
    expect(loudest(0, 1)).toBeGreaterThan(8_000);
    expect(loudest(ringing.on, ringing.on + 1)).toBe(0);
  });

  it("move the meter: silence not at all, speech well, a shout fully", () => {
    const tone = (loudness: number) => Float32Array.from({ length: 512 }, (_, i) => loudness * Math.sin(i / 3));
    expect(levelOf(tone(0))).toBe(0);
    expect(levelOf(tone(0.05))).toBeGreaterThan(0.3);
    expect(levelOf(tone(1))).toBe(1);
  });
});
