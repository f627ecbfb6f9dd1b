import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copyText, nodesOfText, paste } from "./clipboard";
import { nodeOf, scriptOf, valueOf } from "./convert";
import { addExit, duplicate, insert, move, placeAfter, remove, removeExit, renameExit, setValue, wrap } from "./edit";
import { amend, redo, startHistory, step, undo } from "./history";
import { countObjects, indexOf, sequenceAt } from "./lookup";
import { apply, changes, placeOf } from "./testing/arbitraries";
import { must } from "./testing/must";
import { sample } from "./testing/samples";
import type { Script } from "./types";

const script = scriptOf(sample);
const idOf = (type: string, of: Script = script): string => [...indexOf(of).values()].find((at) => at.node.type === type)?.node.id ?? "";

describe("a script as a tree", () => {
  it("comes back as the value it was read from", () => {
    expect(valueOf(script)).toEqual(sample);
  });

  it("keeps what it does not understand", () => {
    const odd = { name: "x", colour: "red", main: [{ type: "dance", exits: "none", objects: 3 }, {}, { sya: "Bonjour" }] };
    expect(valueOf(scriptOf(odd))).toEqual(odd);
  });

  it("writes an empty entry where there is nothing at all, for a script needs one", () => {
    expect(valueOf(scriptOf({ name: "new" }))).toEqual({ name: "new", main: [] });
  });

  it("does not write exits that were not written", () => {
    const voicemail = { main: [{ type: "forwardToVoicemail", queue: "care-team" }] };
    expect(valueOf(scriptOf(voicemail))).toEqual(voicemail);
  });
});

describe("changes", () => {
  it("put an object after another", () => {
    const place = placeAfter(script, idOf("say"));
    expect(place).toBeDefined();
    const changed = insert(script, must(place), [nodeOf({ type: "hangUp" })]);
    expect(changed.main.map((node) => node.type)).toEqual(["say", "hangUp", "label", "forwardToQueue"]);
  });

  it("move an object within its sequence to where it was dropped", () => {
    const moved = move(script, idOf("say"), { holder: "main", branch: "", index: 2 });
    expect(moved.main.map((node) => node.type)).toEqual(["label", "say", "forwardToQueue"]);
  });

  it("move an object into an exit of another entry", () => {
    const digit = idOf("getDigit");
    const moved = move(script, idOf("say"), { holder: digit, branch: "1", index: 1 });
    expect(sequenceAt(moved, { holder: digit, branch: "1" })?.map((node) => node.type)).toEqual(["goto", "say"]);
    expect(moved.main).toHaveLength(2);
  });

  it("refuse to move an object into itself", () => {
    const loop = idOf("loop");
    expect(move(script, loop, { holder: idOf("getDigit"), branch: "1", index: 0 })).toBe(script);
    expect(move(script, loop, { holder: loop, branch: "objects", index: 0 })).toBe(script);
  });

  it("leave the objects they do not touch as they were", () => {
    const changed = setValue(script, idOf("getDigit"), "tries", 2);
    expect(changed.main).toBe(script.main);
    expect(changed.inQueue[2]).toBe(script.inQueue[2]);
    expect(changed.inQueue[1]).not.toBe(script.inQueue[1]);
  });

  it("duplicate an object under new ids", () => {
    const { script: changed, id } = duplicate(script, idOf("getDigit"));
    expect(countObjects(changed)).toBe(countObjects(script) + 2);
    expect(id).not.toBe(idOf("getDigit"));
  });

  it("wrap an object in a loop", () => {
    const agent = idOf("forwardToAgent");
    const wrapped = wrap(script, agent, nodeOf({ type: "loop", objects: [] }), "objects");
    expect(wrapped.inQueue[3]?.branches?.[0]?.nodes[0]?.id).toBe(agent);
  });

  it("add exits in the order of the form, rename them and take them away", () => {
    const digit = idOf("getDigit");
    const possible = ["1", "2", "no-input", "invalid"];
    const names = (of: Script): string[] | undefined => indexOf(of).get(digit)?.node.branches?.map((branch) => branch.name);
    const added = addExit(script, digit, "2", possible);
    expect(names(added)).toEqual(possible);
    expect(names(renameExit(added, digit, "1", "2", possible))).toEqual(possible);
    expect(names(removeExit(added, digit, "1"))).toEqual(["2", "no-input", "invalid"]);
    expect(names(renameExit(removeExit(added, digit, "1"), digit, "2", "1", possible))).toEqual(["1", "no-input", "invalid"]);
  });

  it("take a parameter away", () => {
    expect(indexOf(setValue(script, idOf("getDigit"), "tries", undefined)).get(idOf("getDigit"))?.node.values).not.toHaveProperty("tries");
  });
});

describe("copies", () => {
  it("are text that pastes into another script", () => {
    const text = copyText([must(script.inQueue[3])]);
    const pasted = paste(scriptOf({ main: [] }), { holder: "main", branch: "", index: 0 }, must(nodesOfText(text)));
    expect(valueOf(pasted.script)).toEqual({ main: [(sample as { inQueue: unknown[] }).inQueue[3]] });
  });

  it("get new labels where theirs are taken, and their own gotos follow", () => {
    const text = JSON.stringify([{ type: "label", name: "File" }, { type: "goto", label: "File" }, { type: "goto", label: "Attente" }]);
    const { script: pasted } = paste(script, { holder: "inQueue", branch: "", index: 0 }, must(nodesOfText(text)));
    expect(pasted.inQueue.slice(0, 3).map((node) => node.values)).toEqual([{ name: "File2" }, { label: "File2" }, { label: "Attente" }]);
  });

  it("are nothing where the text is something else", () => {
    expect(nodesOfText("hello")).toBeNull();
    expect(nodesOfText("[]")).toBeNull();
    expect(nodesOfText('[{"a":1}]')).toBeNull();
  });
});

describe("after any changes", () => {
  it("undo gives the start, and redo the end", () => {
    fc.assert(fc.property(changes, (list) => {
      let history = startHistory(script);
      list.forEach((change, at) => { history = step(history, apply(history.present, change), { at }); });
      const end = history.present;
      const steps = history.past.length;
      for (let at = 0; at < steps; at++) { history = undo(history); }
      expect(history.present).toBe(script);
      for (let at = 0; at < steps; at++) { history = redo(history); }
      expect(history.present).toBe(end);
    }));
  });

  it("a move loses no object and makes none", () => {
    fc.assert(fc.property(changes, fc.nat(), fc.nat(), (list, what, where) => {
      const before = list.reduce(apply, script);
      const ids = [...indexOf(before).keys()];
      const id = ids[what % Math.max(ids.length, 1)] ?? "";
      const after = move(before, id, placeOf(before, { kind: 2, what, where, index: where % 4 }));
      expect([...indexOf(after).keys()].sort()).toEqual(ids.sort());
    }));
  });

  it("no id is there twice, and the value reads back the same", () => {
    fc.assert(fc.property(changes, (list) => {
      const changed = list.reduce(apply, script);
      const written = JSON.stringify(valueOf(changed));
      expect(written.match(/"type":/g)?.length ?? 0).toBe(countObjects(changed));
      expect(valueOf(scriptOf(JSON.parse(written)))).toEqual(valueOf(changed));
    }));
  });

  it("removing every object leaves none", () => {
    const emptied = [...indexOf(script).keys()].reduce(remove, script);
    expect(countObjects(emptied)).toBe(0);
  });
});

describe("history", () => {
  it("takes typing into one field as one step, and the next field as another", () => {
    let history = startHistory("");
    for (const [at, text] of ["a", "ab", "abc"].entries()) { history = step(history, text, { merge: "x.text", at: at * 100 }); }
    history = step(history, "abc!", { merge: "y.text", at: 400 });
    expect(history.past).toEqual(["", "abc"]);
    expect(undo(undo(history)).present).toBe("");
  });

  it("takes typing after a pause as a new step", () => {
    let history = step(startHistory(""), "a", { merge: "x", at: 0 });
    history = step(history, "ab", { merge: "x", at: 5_000 });
    expect(history.past).toEqual(["", "a"]);
  });

  it("makes no step of nothing, and amends without a step", () => {
    const history = step(startHistory("a"), "b", { at: 0 });
    expect(step(history, "b", { at: 1 })).toBe(history);
    expect(undo(amend(history, "B")).present).toBe("a");
  });
});
