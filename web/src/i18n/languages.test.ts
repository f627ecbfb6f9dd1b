import { describe, expect, it } from "vitest";
import { languages } from ".";

const files = import.meta.glob<Record<string, unknown>>("./*/*.json", { import: "default", eager: true });

/** Every text of a language by its whole name; plural forms by their stem, for languages have different ones. */
function texts(language: string) {
  const found = new Map<string, string>();
  const walk = (prefix: string, value: unknown) => {
    if (typeof value === "string") {
      found.set(prefix.replace(/_(zero|one|two|few|many|other)$/, ""), value);
    } else if (value !== null && typeof value === "object") {
      Object.entries(value).forEach(([name, inner]) => { walk(`${prefix}.${name}`, inner); });
    }
  };
  Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`)).forEach(([path, content]) => {
    walk(path.slice(`./${language}/`.length), content);
  });
  return found;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(m => m[1]).sort().join();

describe("the texts", () => {
  const [english, french] = languages.map(texts) as [Map<string, string>, Map<string, string>];

  it("are the same in both languages", () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("use the same placeholders in both languages", () => {
    const different = [...english].filter(([key, text]) => placeholders(text) !== placeholders(french.get(key) ?? ""));
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it("are never empty", () => {
    const empty = [...english, ...french].filter(([, text]) => text.trim() === "");
    expect(empty).toEqual([]);
  });
});
