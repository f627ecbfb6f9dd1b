import { describe, expect, it } from "vitest";
import { scriptOf } from "../model/convert";
import { move } from "../model/edit";
import { indexOf } from "../model/lookup";
import { exitsOf } from "../model/testing/exits";
import { must } from "../model/testing/must";
import { sample } from "../model/testing/samples";
import { dropTarget } from "./drop";
import { moveTarget } from "./moves";
import { closableRows, rowsOf, type Row } from "./rows";

const script = scriptOf(sample);
const idOf = (type: string, nth = 0): string => must([...indexOf(script).values()].filter((at) => at.node.type === type)[nth]).node.id;
const rows = rowsOf(script, new Set(), exitsOf);
const brief = (row: Row): string =>
  `${" ".repeat(row.level - 1)}${row.kind === "entry" ? row.entry : row.kind === "exit" ? row.exit : row.node.type}${row.end ? ` (${row.end})` : ""}`;

describe("the rows of a script", () => {
  it("are its objects with every exit that can be taken, and what happens where it runs out", () => {
    expect(rows.map(brief)).toEqual([
      "main", " say", " label", " forwardToQueue",
      "  overload", "   forwardToVoicemail", "    failed (hangs-up)", "  timed-out (hangs-up)", "  left (hangs-up)",
      "inQueue", " label", " loop", "  say", "  getDigit", "   1", "    goto", "   no-input (loops)", "   invalid (loops)",
      " label", " forwardToAgent", "  busy", "   goto", "  no-answer (waits)", "  failed (waits)",
    ]);
  });

  it("leave out what is under a closed one", () => {
    expect(rowsOf(script, new Set([idOf("loop"), "main"]), exitsOf).map((row) => row.key)).not.toContain(idOf("getDigit"));
    expect(rowsOf(script, new Set(["main"]), exitsOf)[1]?.key).toBe("inQueue");
  });

  it("say at the end of a sequence that goes on what happens then", () => {
    const moved = move(script, idOf("forwardToQueue"), { holder: "main", branch: "", index: 0 });
    expect(rowsOf(moved, new Set(), exitsOf).filter((row) => row.kind === "node" && row.node.type === "label")[0]?.end).toBe("hangs-up");
  });

  it("can all be closed but the entries", () => {
    expect(closableRows(script, exitsOf)).toContain(idOf("loop"));
    expect(rowsOf(script, new Set(closableRows(script, exitsOf)), exitsOf)).toHaveLength(9);
  });
});

describe("dropping", () => {
  const rowAt = (key: string): number => rows.findIndex((row) => row.key === key);

  it("on the upper half of an object is before it, on the lower half after it", () => {
    expect(dropTarget(script, rows, rowAt(idOf("label")) + 0.2, idOf("say"))?.place).toEqual({ holder: "main", branch: "", index: 1 });
    expect(dropTarget(script, rows, rowAt(idOf("label")) + 0.8, idOf("say"))?.place).toEqual({ holder: "main", branch: "", index: 2 });
  });

  it("on an exit goes into it, and below a loop's line into the loop", () => {
    const exit = `${idOf("forwardToAgent")}/failed`;
    expect(dropTarget(script, rows, rowAt(exit) + 0.5, idOf("say"))).toMatchObject({ place: { holder: idOf("forwardToAgent"), branch: "failed", index: 0 }, mark: "inside" });
    expect(dropTarget(script, rows, rowAt(idOf("loop")) + 0.9, idOf("say"))?.place).toEqual({ holder: idOf("loop"), branch: "objects", index: 0 });
  });

  it("within itself is refused, and beyond the end is last", () => {
    expect(dropTarget(script, rows, rowAt(idOf("getDigit")) + 0.5, idOf("loop"))).toBeNull();
    expect(dropTarget(script, rows, rows.length + 3, idOf("say"))?.place).toEqual({ holder: "inQueue", branch: "", index: 4 });
  });
});

describe("moving by the keys", () => {
  const place = (id: string, way: "up" | "down" | "in" | "out") => moveTarget(script, id, way, exitsOf);

  it("steps through the sequence, and over its end into the next exit or entry", () => {
    expect(place(idOf("say"), "down")).toEqual({ holder: "main", branch: "", index: 2 });
    expect(place(idOf("say"), "up")).toBeNull();
    expect(place(idOf("forwardToQueue"), "down")).toEqual({ holder: "inQueue", branch: "", index: 0 });
    expect(place(idOf("forwardToVoicemail"), "down")).toEqual({ holder: idOf("forwardToQueue"), branch: "timed-out", index: 0 });
    expect(place(idOf("forwardToVoicemail"), "up")).toEqual({ holder: "main", branch: "", index: 2 });
    expect(place(idOf("label", 1), "up")).toEqual({ holder: "main", branch: "", index: 3 });
  });

  it("goes out of the object around it, and into the one before it", () => {
    expect(place(idOf("goto"), "out")).toEqual({ holder: idOf("loop"), branch: "objects", index: 2 });
    expect(place(idOf("say"), "out")).toBeNull();
    expect(place(idOf("label", 2), "in")).toEqual({ holder: idOf("loop"), branch: "objects", index: 2 });
  });
});
