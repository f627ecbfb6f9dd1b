import { describe, expect, it } from "vitest";
import type { LiveQueue } from "../../../api/live";
import { isBelow, isLate, isUnstaffed } from "./goals";

const now = Date.parse("2026-01-05T15:00:00Z");
const queue = (more: Partial<LiveQueue>) => ({
  queue: "nurses", kind: "inbound", waiting: 1, agentsLoggedIn: 2, agentsAvailable: 0, oldestPlace: "2026-01-05T14:59:35Z", goal: { withinSeconds: 20, percent: 80 }, ...more,
}) as LiveQueue;

describe("what a queue has set itself", () => {
  it("is missed by who waits longer", () => {
    expect(isLate(queue({}), now)).toBe(true);
    expect(isLate(queue({}), now - 5_000)).toBe(false);
    expect(isLate(queue({ waiting: 0 }), now)).toBe(false);
    expect(isLate(queue({ goal: null }), now)).toBe(false);
  });

  it("is missed by fewer than it wants, and not before there was anybody", () => {
    expect(isBelow(queue({}), 79.9)).toBe(true);
    expect(isBelow(queue({}), 80)).toBe(false);
    expect(isBelow(queue({}), null)).toBe(false);
  });

  it("cannot be met while nobody is there", () => {
    expect(isUnstaffed(queue({ agentsLoggedIn: 0 }))).toBe(true);
    expect(isUnstaffed(queue({ agentsLoggedIn: 0, waiting: 0 }))).toBe(false);
    expect(isUnstaffed(queue({}))).toBe(false);
  });
});
