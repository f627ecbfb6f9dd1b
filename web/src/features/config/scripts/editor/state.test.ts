import { describe, expect, it } from "vitest";
import { scriptOf } from "../model/convert";
import { remove, setValue } from "../model/edit";
import { indexOf } from "../model/lookup";
import { must } from "../model/testing/must";
import { sample } from "../model/testing/samples";
import { editorReducer, startEditor, type EditorAction, type EditorState } from "./state";

const script = scriptOf(sample);
const idOf = (type: string): string => must([...indexOf(script).values()].find((at) => at.node.type === type)).node.id;
const play = (...actions: EditorAction[]): EditorState => actions.reduce(editorReducer, startEditor(script));
const now = (state: EditorState) => state.history.present;

describe("the editor", () => {
  it("selects what took the place of what was removed, and gives both back on undo", () => {
    const say = idOf("say");
    const removed = play({ kind: "edit", change: (s) => remove(s, say), at: 0 });
    expect(now(removed).selected).toBe(idOf("label"));
    expect(now(editorReducer(removed, { kind: "undo" }))).toMatchObject({ script, selected: say });
  });

  it("opens what a selected object is in", () => {
    const state = play({ kind: "collapse", keys: [idOf("loop"), idOf("getDigit")] }, { kind: "select", key: idOf("goto") });
    expect([...state.collapsed]).toEqual([]);
  });

  it("selects the nearest line that can be seen when all is closed", () => {
    const state = play({ kind: "select", key: idOf("goto") }, { kind: "collapse", keys: [idOf("loop"), idOf("getDigit")] });
    expect(now(state).selected).toBe(idOf("loop"));
  });

  it("undoes changes of the text and of the tree in one row", () => {
    const typed = scriptOf({ main: [] });
    const change = (s: typeof script) => setValue(s, idOf("say"), "interruptible", false);
    let state = play(
      { kind: "write", script, text: "main: ..." },
      { kind: "type", text: "main: []", at: 0 }, { kind: "read", text: "main: []", script: typed });
    expect(now(state).script).toBe(typed);
    state = editorReducer(state, { kind: "undo" });
    expect(now(state)).toMatchObject({ script, text: "main: ..." });
    state = editorReducer(state, { kind: "edit", change, at: 1 });
    expect(now(state).text).toBeNull();
    expect(now(editorReducer(state, { kind: "undo" })).text).toBe("main: ...");
  });

  it("lets a late reading of older text pass", () => {
    const state = play({ kind: "type", text: "a", at: 0 }, { kind: "type", text: "ab", at: 1 }, { kind: "read", text: "a", script: scriptOf({}) });
    expect(now(state).script).toBe(script);
  });

  it("makes no step of a change that changes nothing", () => {
    expect(play({ kind: "edit", change: (s) => s, at: 0 }).history.past).toHaveLength(0);
  });
});
