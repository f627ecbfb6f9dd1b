import { describe, expect, it } from "vitest";
import { valueLines, type ValueWords } from "./valueLines";

const words: ValueWords = {
  yes: "yes", no: "no", none: "none", label: (name) => name.toUpperCase(), pair: (label, value) => `${label}: ${value}`, scriptObject: (value) => `<${String(value.type)}>`,
};

describe("a value to read", () => {
  it.each([
    ["enabled", true, ["yes"]],
    ["priority", 5, ["5"]],
    ["offerTimeout", "20 s", ["20 s"]],
    ["codecs", ["PCMU", "PCMA"], ["PCMU; PCMA"]],
    ["monday", [{ hours: "08:00-12:00" }, { hours: "13:00-17:00", treatment: 1 }], ["08:00-12:00", "13:00-17:00 (#1)"]],
    ["members", [{ agent: "1001", skill: 8 }], ["AGENT: 1001, SKILL: 8"]],
    ["inQueue", [{ type: "say" }, { type: "goto" }], ["<say>", "<goto>"]],
    ["fr", { text: "Bonjour" }, ["TEXT: Bonjour"]],
    ["codecs", [], ["none"]],
    ["gone", undefined, []],
  ])("%s", (name, value, lines) => {
    expect(valueLines(name, value, words)).toEqual(lines);
  });

  it("never tells a secret, at whatever depth", () => {
    expect(valueLines("password", "hunter2", words).join()).not.toContain("hunter2");
    expect(valueLines("hooks", [{ url: "https://x", secret: "hunter2" }], words).join()).not.toContain("hunter2");
    expect(valueLines("hook", { secret: "hunter2" }, words).join()).not.toContain("hunter2");
  });

  it("names headers without what they carry", () => {
    expect(valueLines("headers", { Authorization: "hunter2" }, words)).toEqual(["Authorization: ••••••••"]);
  });

  it("tells the first of very many items", () => {
    const members = Array.from({ length: 40 }, (_, index) => ({ agent: String(index) }));
    const lines = valueLines("members", members, words);
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toBe("… +28");
  });
});
