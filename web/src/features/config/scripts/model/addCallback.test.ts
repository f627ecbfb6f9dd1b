import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import forms from "../../../../../forms.json";
import example from "../../../../test/acme-health.json";
import { addCallback, type CallbackPlan } from "./addCallback";
import { announcementsOf, hasCallback } from "./announcements";
import { usualAnnouncement, usualTexts } from "./callbackTexts";
import { scriptOf, valueOf } from "./convert";
import type { ExitsOf } from "./exits";
import { labelsOf, labelOfGoto } from "./labels";
import { find, indexOf } from "./lookup";
import { startHistory, step, undo } from "./history";
import { templates } from "./templates";
import { must } from "./testing/must";
import { sample } from "./testing/samples";
import type { Json, Script } from "./types";

const kinds: Readonly<Record<string, { exits: string[] }>> = forms.objects;
const exitsOf: ExitsOf = (type) => kinds[type]?.exits ?? [];

const terms = { queue: "nurse-callbacks", callerId: "[current channel]", dialPlan: "north-american", attempts: 3, retryDelay: "5 min", cancelAfter: "4 h" };

function planFor(script: Script, changes: Partial<CallbackPlan> = {}): CallbackPlan {
  const first = announcementsOf(script)[0];
  const key = first?.key ?? "1";
  return {
    question: first?.question ?? null, announcer: first?.announcer ?? null, key, announcement: usualAnnouncement(key), ownNumber: true,
    texts: usualTexts, terms, ...changes,
  };
}

const chosen = { inboundQueues: "nurses", voicemailQueues: "care-team", agents: "1004" };
const main: Json = [{ type: "forwardToQueue", queue: "nurses", exits: {} }];
const wait: Json = { type: "wait", duration: "20 s" };

/** Treatments of every shape that the assistant may meet, by name. */
const scripts: Readonly<Record<string, Json>> = {
  "a loop with a question": sample,
  "the example, which has a callback already": example.scripts["nurse-line"] as Json,
  "the template of a nurse line": must(templates.find((one) => one.name === "nurseLine")).value(chosen),
  "the template of a simple queue, which asks for nothing": must(templates.find((one) => one.name === "queue")).value(chosen),
  "no treatment at all": { main },
  "a treatment that runs once": { main, inQueue: [{ type: "say", text: [{ fr: "Patientez.", en: "Please hold." }] }, wait] },
  "a treatment that goes round by a goto": {
    main, inQueue: [{ type: "label", name: "Attente" }, { type: "play", prompt: ["back-to-waiting"] }, wait, { type: "goto", label: "Attente" }],
  },
  "a loop that ends in a choice": {
    main,
    inQueue: [{
      type: "loop",
      objects: [wait, { type: "testVariable", name: "ExpectedWait", isEmpty: true, exits: { false: [{ type: "say", text: [{ fr: "$ExpectedWait", en: "$ExpectedWait" }] }] } }],
    }],
  },
  "a question whose exits were said before it": {
    main,
    inQueue: [{ type: "say", text: [{ prompt: "back-to-waiting" }] }, { type: "getDigit", timeout: "8 s", exits: { "1": [{ type: "forwardToAgent", agent: "1004" }], invalid: [] } }],
  },
};

describe.each(Object.entries(scripts))("adding callback to %s", (_, value) => {
  const script = scriptOf(value);
  const added = addCallback(script, planFor(script), exitsOf);

  it("gives every goto its label, once", () => {
    const names = labelsOf(added.script).map((label) => label.name);
    expect(new Set(names).size).toBe(names.length);
    const gotos = [...indexOf(added.script).values()].filter((at) => at.node.type === "goto");
    expect(gotos.filter((at) => labelOfGoto(added.script, at.node.id) === undefined)).toEqual([]);
  });

  it("keeps every object there was, and puts a Callback in with its terms", () => {
    expect([...indexOf(script).keys()].filter((id) => !find(added.script, id))).toEqual([]);
    expect(find(added.script, added.callback)?.values).toMatchObject(terms);
    expect(hasCallback(added.script)).toBe(true);
  });

  it("is one step of undo", () => {
    const history = step(startHistory(script), added.script, { at: 0 });
    expect(undo(history).present).toBe(script);
  });
});

describe("the assistant", () => {
  it("finds the question that callers of the queue hear in the loop, and its next free key", () => {
    const script = scriptOf(example.scripts["nurse-line"] as Json);
    const first = must(announcementsOf(script)[0]);
    expect(find(script, first.question)?.values["timeout"]).toBe("20 s");
    expect(first).toMatchObject({ announcer: first.question, key: "4" });
  });

  it("takes what is said before a question that says nothing for the announcement", () => {
    const script = scriptOf(must(scripts["a question whose exits were said before it"]));
    const first = must(announcementsOf(script)[0]);
    expect(find(script, first.announcer)?.type).toBe("say");
    const added = addCallback(script, planFor(script), exitsOf);
    expect(find(added.script, first.announcer)?.values["text"]).toEqual([{ prompt: "back-to-waiting" }, usualAnnouncement("2")]);
  });

  it("announces the option in both languages after what is said already", () => {
    const script = scriptOf(sample);
    const plan = planFor(script);
    const { prompt } = must(find(addCallback(script, plan, exitsOf).script, must(plan.question))).values;
    expect(prompt).toEqual([{
      fr: "Pour parler à la téléphoniste, faites le 1. Pour raccrocher et être rappelé, faites le 2.",
      en: "To speak to the operator, press 1. To hang up and be called back, press 2.",
    }]);
  });

  it("asks for the number at once where the own one may not be kept", () => {
    const script = scriptOf(sample);
    const added = addCallback(script, planFor(script, { ownNumber: false }), exitsOf);
    expect(JSON.stringify(valueOf(added.script))).not.toContain("callerPhoneNumber");
    expect(labelsOf(added.script).map((label) => label.name)).not.toContain("Numero");
  });
});

describe("what the assistant makes", () => {
  // A test of the server binds these: it is the server that says whether anything is wrong. ACCEPT=1 writes them anew.
  it("is the committed copy that the server's tests read", () => {
    const path = resolve(import.meta.dirname, "../../../../../../tests/corpus/scripts/with-callback.json");
    const made = Object.fromEntries(Object.entries(scripts).flatMap(([name, value]) => [true, false].map((ownNumber) => {
      const script = scriptOf(value);
      return [`${name}${ownNumber ? "" : ", always asking for the number"}`, valueOf(addCallback(script, planFor(script, { ownNumber }), exitsOf).script)];
    })));
    const text = `${JSON.stringify(made, null, 2)}\n`;
    if (process.env["ACCEPT"] === "1") {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(JSON.parse(text));
  });
});
