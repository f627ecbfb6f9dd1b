import { describe, expect, it } from "vitest";
import { meanings } from "./theme";

/** WCAG 2.2 relative luminance of #rrggbb. */
function luminance(colour: string) {
  const [r, g, b] = [1, 3, 5].map(at => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(["light", "dark"] as const)("the colours of the %s scheme", scheme => {
  const colour = meanings[scheme];
  const pairs = [
    ...(["text", "quiet", "accent", "bad", "good", "warn"] as const).flatMap(ink => [[ink, "page"], [ink, "card"]] as const),
    ["good", "good-ground"], ["warn", "warn-ground"], ["bad", "bad-ground"], ["accent", "accent-ground"], ["quiet", "plain-ground"],
  ] as const;

  it.each(pairs)("let %s be read on %s", (ink, ground) => {
    expect(contrast(colour[`--rappel-${ink}`], colour[`--rappel-${ground}`])).toBeGreaterThanOrEqual(4.5);
  });
});
