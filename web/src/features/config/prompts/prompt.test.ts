import { describe, expect, it } from "vitest";
import type { AudioFile } from "../../../api/files";
import { kindOf, missingLanguages, placeFor, withAudio } from "./prompt";

const file = (path: string, ...users: string[]): AudioFile => ({
  path, bytes: 1, seconds: 1, sampleRate: 8000, etag: `"${path}"`,
  usedBy: users.map((key) => ({ section: "prompts", key, name: key, pointer: `/prompts/${key}/fr/file` })),
});

describe("a prompt", () => {
  it("says something in some languages and nothing in others", () => {
    const value = { name: "Hello", fr: { text: "Bonjour" } };
    expect(kindOf(value.fr)).toBe("text");
    expect(missingLanguages(value)).toEqual(["en"]);
    expect(missingLanguages(withAudio(value, "en", { file: "prompts/hello.wav" }))).toEqual([]);
    expect(withAudio(value, "fr", null)).toEqual({ name: "Hello" });
  });
});

describe("a new recording", () => {
  it("goes to a place of its own", () => {
    expect(placeFor("hello", "fr", [])).toEqual({ path: "prompts/hello-fr.wav", etag: null });
    expect(placeFor("à l'infirmière", "en", []).path).toBe("prompts/--l-infirmi-re-en.wav");
    expect(placeFor("", "en", []).path).toBe("prompts/recording-en.wav");
  });

  it("takes the place of the one before it", () => {
    const files = [file("prompts/hello-fr.wav", "hello")];
    expect(placeFor("hello", "fr", files)).toEqual({ path: "prompts/hello-fr.wav", etag: '"prompts/hello-fr.wav"' });
  });

  it("leaves alone what others play", () => {
    const files = [file("prompts/hello-fr.wav", "hello", "greeting"), file("prompts/hello-fr-2.wav", "greeting")];
    expect(placeFor("hello", "fr", files).path).toBe("prompts/hello-fr-3.wav");
  });
});
