import { describe, expect, it } from "vitest";
import { stepsOf, type Known } from "./steps";

const nothing: Known = { counts: {}, tenant: false, callback: false, version: 0, empty: true, changes: 0 };
const all: Known = {
  counts: { trunks: 1, dialPlans: 1, schedules: 1, agents: 3, inboundQueues: 1, outboundQueues: 1, scripts: 1, channels: 1 },
  tenant: true, callback: true, version: 4, empty: false, changes: 0,
};

describe("the way to the first callback", () => {
  it("has everything to do in an empty store", () => {
    expect(stepsOf(nothing).some((step) => step.done)).toBe(false);
    expect(stepsOf(nothing)[0]?.name).toBe("tenant");
    expect(stepsOf(nothing).at(-1)?.name).toBe("publish");
  });

  it("is done where all is there and published", () => {
    expect(stepsOf(all).every((step) => step.done)).toBe(true);
  });

  it("ends with publishing what was changed since", () => {
    expect(stepsOf({ ...all, changes: 2 }).filter((step) => !step.done).map((step) => step.name)).toEqual(["publish"]);
  });

  it("wants the script before the channel that runs it, and the queues before the script", () => {
    const names = stepsOf(nothing).map((step) => step.name);
    expect(names.indexOf("outboundQueues")).toBeLessThan(names.indexOf("scripts"));
    expect(names.indexOf("scripts")).toBeLessThan(names.indexOf("channels"));
  });
});
