import { describe, expect, it } from "vitest";
import type { Interaction, LiveAgent, LiveCallback } from "../../api/live";
import { journeyOf, type Seen } from "./journey";
import { cleaned, fictitious, isNumber } from "./numbers";

const since = Date.parse("2026-03-02T15:00:00Z");
const later = "2026-03-02T15:01:00Z";
const call = (more: Partial<Interaction> = {}) => ({ id: "i-1", kind: "inbound", caller: fictitious, startedAt: later, answeredAt: null, endedAt: null, ...more }) as Interaction;
const callback = (more: Partial<LiveCallback> = {}) => ({ id: "cb-1", number: fictitious, requestedAt: later, status: "waiting", parent: "i-1", heldBecause: null, endedAt: null, lastOutcome: null, ...more }) as LiveCallback;
const agent = (status: LiveAgent["status"], registered = true) => ({ agent: "1001", status, registered }) as LiveAgent;
const at = (seen: Partial<Seen>) => journeyOf({ agent: agent("logged-out"), callbacks: [], interactions: [], ...seen }, fictitious, since);

describe("the tour", () => {
  it("begins with a call, whatever was before it", () => {
    expect(at({})).toEqual({ now: "call", aside: null });
    expect(at({ interactions: [call({ startedAt: "2026-03-02T14:00:00Z" })] }).now).toBe("call");
    expect(at({ interactions: [call({ caller: "+15145550199" })] }).now).toBe("call");
  });

  it("follows the call, the request, hanging up, the nurse, dialling, the conversation and the end", () => {
    const ended = [call({ endedAt: later })];
    expect(at({ interactions: [call()] }).now).toBe("ask");
    expect(at({ interactions: ended, callbacks: [callback({ heldBecause: "on-the-line" })] }).now).toBe("hang-up");
    expect(at({ interactions: ended, callbacks: [callback()] }).now).toBe("available");
    expect(at({ interactions: ended, callbacks: [callback()], agent: agent("available") }).now).toBe("accept");
    expect(at({ interactions: ended, callbacks: [callback({ status: "offering" })] }).now).toBe("accept");
    expect(at({ interactions: ended, callbacks: [callback({ status: "dialling" })] }).now).toBe("answer");
    expect(at({ interactions: ended, callbacks: [callback({ status: "connected" })] }).now).toBe("talk");
    expect(at({ interactions: ended, callbacks: [callback({ status: "completed", endedAt: later })] }).now).toBeNull();
  });

  it("waits for the nurse's phone, not only for the status", () => {
    expect(at({ interactions: [call({ endedAt: later })], callbacks: [callback()], agent: agent("available", false) }).now).toBe("available");
  });

  it("says what went another way", () => {
    expect(at({ interactions: [call({ answeredAt: later })] })).toEqual({ now: "call", aside: "taken-at-once" });
    expect(at({ interactions: [call({ endedAt: later })] })).toEqual({ now: "call", aside: "hung-up-early" });
    expect(at({ callbacks: [callback({ status: "cancelled", endedAt: later })] })).toEqual({ now: "call", aside: "missed" });
    expect(at({ interactions: [call({ endedAt: later })], callbacks: [callback({ status: "delayed", lastOutcome: "ring-no-answer" })] }).aside).toBe("not-answered");
  });

  it("takes numbers as people write them", () => {
    expect(["514 555-0123", "(514) 555.0123", "1 514 555 0123", "+1 514 555-0123"].map(cleaned)).toEqual(Array(4).fill(fictitious));
    expect(isNumber(cleaned("12"))).toBe(false);
  });
});
