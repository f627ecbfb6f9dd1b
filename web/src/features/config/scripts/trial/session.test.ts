import { describe, expect, it } from "vitest";
import { outcomesOf, sayingNow, type TrialAnswer } from "./answer";
import { sessionReducer, startSession, type Session, type SessionAction } from "./session";

const play = (...actions: SessionAction[]): Session => actions.reduce(sessionReducer, startSession());
const answer: TrialAnswer = { now: 5, state: "speaking", waiting: null, deadline: 8, variables: {}, path: [], events: [], problems: [] };

describe("a tried call", () => {
  it("goes back by one thing that happened, to its moment", () => {
    const session = play({ kind: "press", key: "1", at: 4 }, { kind: "forward", until: 9 }, { kind: "press", key: "2", at: 9.5 }, { kind: "forward", until: 20 }, { kind: "back" });
    expect(session.inputs).toEqual([{ at: 4, key: "1" }]);
    expect(session.until).toBe(9.5);
  });

  it("begins anew with the figures of now", () => {
    const figures = { ...startSession().figures, position: 1 };
    const session = play({ kind: "forward", until: 3 }, { kind: "figures", figures, at: 3 }, { kind: "restart" });
    expect(session).toMatchObject({ start: figures, inputs: [], until: 0, run: 2 });
  });

  it("takes figures changed at one moment as one input, and their old values back", () => {
    const { figures } = startSession();
    const session = play(
      { kind: "forward", until: 3 }, { kind: "figures", figures: { ...figures, position: 2 }, at: 3 },
      { kind: "figures", figures: { ...figures, position: 1 }, at: 3 });
    expect(session.inputs).toEqual([{ at: 3, queue: { ...figures, position: 1 } }]);
    expect(sessionReducer(session, { kind: "back" }).figures).toEqual(figures);
  });

  it("never runs backwards by moving forward", () => {
    expect(play({ kind: "forward", until: 9 }, { kind: "forward", until: 4 }).until).toBe(9);
  });
});

describe("what is said now", () => {
  const said = { at: 3, kind: "say", object: "/main/0", text: "Hello", seconds: 4 };

  it("is the last thing that has not come to its end", () => {
    expect(sayingNow({ ...answer, events: [said] })).toBe(said);
    expect(sayingNow({ ...answer, now: 7, events: [said] })).toBeUndefined();
  });

  it("is nothing where it was cut short", () => {
    expect(sayingNow({ ...answer, events: [said, { at: 4, kind: "stop", object: "/main/0" }] })).toBeUndefined();
  });
});

describe("how something ended", () => {
  it("is one of its exits, and answered for a forward", () => {
    const waiting = { object: "/main/0", kind: "forwardToAgent", exits: ["busy", "no-answer"] };
    expect(outcomesOf({ ...answer, state: "forwarding", waiting })).toEqual(["answered", "busy", "no-answer"]);
    expect(outcomesOf({ ...answer, state: "requesting-callback", waiting: { ...waiting, exits: ["requested"] } })).toEqual(["requested"]);
    expect(outcomesOf({ ...answer, state: "waiting-for-key", waiting: { ...waiting, exits: ["1"] } })).toEqual([]);
  });
});
