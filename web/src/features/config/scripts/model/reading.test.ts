import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createInstance, type i18n } from "i18next";
import en from "../../../../i18n/en/scripts.json";
import fr from "../../../../i18n/fr/scripts.json";
import { nodeOf, scriptOf, valueOf } from "./convert";
import { setValue } from "./edit";
import { findObjects } from "./find";
import { endOf } from "./flow";
import { freeLabel, gotosTo, labelOfGoto, labelsOf, renameLabel } from "./labels";
import { indexOf } from "./lookup";
import { pointerOf, targetOf } from "./pointers";
import { reconcile } from "./reconcile";
import { lineOf, titleOf, type Wording } from "./summary";
import { apply, changes } from "./testing/arbitraries";
import { must } from "./testing/must";
import { sample } from "./testing/samples";
import type { Json } from "./types";

const script = scriptOf(sample);
const all = [...indexOf(script).values()];
const idOf = (type: string, nth = 0): string => all.filter((at) => at.node.type === type)[nth]?.node.id ?? "";

describe("pointers", () => {
  it("name the place of an object", () => {
    expect(pointerOf(script, idOf("goto"))).toBe("/inQueue/1/objects/1/exits/1/0");
    expect(pointerOf(script, idOf("say"))).toBe("/main/0");
  });

  it("lead back to the object they name, after any changes", () => {
    fc.assert(fc.property(changes, (list) => {
      const changed = list.reduce(apply, script);
      for (const id of indexOf(changed).keys()) {
        expect(targetOf(changed, pointerOf(changed, id))).toEqual({ id, branch: null, field: [] });
      }
    }));
  });

  it("lead to a field of an object, to an exit, and to the script", () => {
    expect(targetOf(script, "/inQueue/1/objects/1/prompt/0/fr")).toEqual({ id: idOf("getDigit"), branch: null, field: ["prompt", "0", "fr"] });
    expect(targetOf(script, "/main/2/exits/timed-out")).toEqual({ id: idOf("forwardToQueue"), branch: "timed-out", field: [] });
    expect(targetOf(script, "/main/2/exits/nowhere")).toEqual({ id: idOf("forwardToQueue"), branch: null, field: ["exits", "nowhere"] });
    expect(targetOf(script, "/name")).toEqual({ id: null, branch: null, field: ["name"] });
    expect(targetOf(script, "/main/99")).toEqual({ id: null, branch: "main", field: [] });
  });
});

describe("labels", () => {
  it("are listed with the gotos that lead to them", () => {
    expect(labelsOf(script).map((label) => label.name)).toEqual(["File", "Attente", "Operateur"]);
    expect(gotosTo(script, "Operateur", "inQueue")).toEqual([idOf("goto")]);
    expect(gotosTo(script, "Operateur", "main")).toEqual([]);
    expect(labelOfGoto(script, idOf("goto"))).toBe(idOf("label", 2));
  });

  it("take their gotos along when they are renamed", () => {
    const renamed = renameLabel(script, idOf("label", 2), "Accueil");
    expect(gotosTo(renamed, "Accueil", "inQueue")).toHaveLength(1);
    expect(gotosTo(renamed, "Operateur", "inQueue")).toHaveLength(0);
  });

  it("leave the gotos where another label has the same name", () => {
    const twice = setValue(script, idOf("label", 1), "name", "Operateur");
    expect(gotosTo(renameLabel(twice, idOf("label", 1), "Attente"), "Operateur", "inQueue")).toHaveLength(1);
  });

  it("are new to the script and no longer than they may be", () => {
    expect(freeLabel(new Set(["Rappel"]), "Rappel")).toBe("Rappel2");
    expect(freeLabel(new Set(), "Numéro confirmé")).toBe("Numéroconfirmé");
    expect(freeLabel(new Set(["Abcdefghijklmnopqrstu"]), "Abcdefghijklmnopqrstuvwxyz")).toBe("Abcdefghijklmnopqrst2");
  });
});

describe("what an empty exit does", () => {
  it("depends on where it is", () => {
    expect(endOf(script, { holder: idOf("forwardToQueue"), branch: "timed-out" })).toBe("hangs-up");
    expect(endOf(script, { holder: idOf("getDigit"), branch: "no-input" })).toBe("loops");
    expect(endOf(script, { holder: idOf("forwardToAgent"), branch: "failed" })).toBe("waits");
  });
});

describe("a script read again from its text", () => {
  it("keeps every object that did not change", () => {
    const value = structuredClone(sample) as { inQueue: { objects: { tries: number }[] }[] };
    must(must(value.inQueue[1]).objects[1]).tries = 1;
    const again = reconcile(script, value as unknown as Json);
    expect(valueOf(again)).toEqual(value);
    expect([...indexOf(again).keys()]).toEqual([...indexOf(script).keys()]);
    expect(again.main[2]).toBe(script.main[2]);
  });

  it("gives an object put between two others an id of its own", () => {
    const value = structuredClone(sample) as { main: unknown[] };
    value.main.splice(1, 0, { type: "hangUp" });
    const again = reconcile(script, value as unknown as Json);
    expect(again.main.map((node) => node.id)).toEqual([script.main[0], again.main[1], script.main[1], script.main[2]].map((node) => node?.id));
    expect(indexOf(script).has(must(again.main[1]).id)).toBe(false);
  });

  it("is the script of the value whatever came before it", () => {
    fc.assert(fc.property(changes, changes, (one, two) => {
      const target = valueOf(two.reduce(apply, script));
      const again = reconcile(one.reduce(apply, script), target);
      expect(valueOf(again)).toEqual(target);
      expect(new Set(indexOf(again).keys()).size).toBe(JSON.stringify(target).match(/"type":/g)?.length ?? 0);
    }));
  });
});

describe("in words", () => {
  let words: i18n;
  beforeAll(async () => {
    words = createInstance();
    await words.init({ lng: "en", ns: "scripts", defaultNS: "scripts", resources: { en: { scripts: en }, fr: { scripts: fr } }, interpolation: { escapeValue: false } });
  });
  const wording = (language: string): Wording => ({ t: words.getFixedT(language, "scripts") as unknown as Wording["t"], language });
  const line = (value: Json, language = "en"): string => lineOf(nodeOf(value), wording(language));

  it("an object is one line in the language of the page", () => {
    const getDigit = must(indexOf(script).get(idOf("getDigit"))).node;
    expect(lineOf(getDigit, wording("en"))).toBe("Get Digit: “To speak to the operator, press 1.” 8 s, 3 tries");
    expect(lineOf(getDigit, wording("fr"))).toBe("Obtenir le chiffre : « Pour parler à la téléphoniste, faites le 1. » 8 s, 3 fois");
  });

  it("a long text is cut between words", () => {
    expect(line({ type: "say", text: [{ en: "This is a long announcement that goes on and on, and never comes to its end." }] }))
      .toBe("Say: “This is a long announcement that goes on and on, and never…”");
  });

  it("the callback tells its terms", () => {
    const callback = { type: "callback", queue: "nurse-callbacks", dialPlan: "x", attempts: 3, retryDelay: "5 min", cancelAfter: "4 h" };
    expect(line(callback)).toBe("Callback: nurse-callbacks, 3 attempts, every 5 min, for 4 h");
    expect(line(callback, "fr")).toBe("Rappel : nurse-callbacks, 3 essais, aux 5 min, pendant 4 h");
  });

  it("tests tell what they compare", () => {
    expect(line({ type: "testVariable", name: "$ExpectedWait", isEmpty: true })).toBe("Test Variable: $ExpectedWait is empty");
    expect(line({ type: "testQueue", queue: "nurses", noAgentFree: true, callsAhead: 5 })).toBe("Test Queue: nurses, no agent free or 5 calls ahead");
  });

  it("every kind has its words in both languages, and the languages have the same keys", () => {
    const keys = (value: unknown, path = ""): string[] => typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, item]) => keys(item, `${path}.${key}`)) : [path];
    const without = (list: string[]): string[] => list.filter((key) => !key.endsWith("_many")).sort();
    expect(without(keys(fr))).toEqual(without(keys(en)));
    expect(titleOf("callback", wording("fr"))).toBe("Rappel");
    expect(titleOf("dance", wording("fr"))).toBe("dance");
  });

  it("find looks in what is said, in labels and keys, whatever the accents", () => {
    const find = (query: string): string[] => findObjects(script, query, (type) => titleOf(type, wording("en")));
    expect(find("telephoniste")).toEqual([idOf("getDigit")]);
    expect(find("operateur")).toEqual([idOf("goto"), idOf("label", 2)]);
    expect(find("forward 1004")).toEqual([idOf("forwardToAgent")]);
    expect(find("timed-out")).toEqual([idOf("forwardToQueue")]);
    expect(find("  ")).toEqual([]);
  });
});
