import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeEvents, fakeEvents } from "../test/events";
import { EventLine } from "./eventLine";
import { tellReach } from "./reach";

const topicsOf = (events: FakeEvents) => new URL(events.url, "http://rappel.test").searchParams;
const heard: [string, unknown][] = [];
let line: EventLine;

beforeEach(() => {
  vi.useFakeTimers();
  fakeEvents();
  heard.length = 0;
  line = new EventLine((topic, data) => { heard.push([topic, data]); }, () => undefined);
});
afterEach(() => {
  line.close();
  vi.useRealTimers();
});

describe("the line to the server's events", () => {
  it("is one for all who want something of it", () => {
    line.want({ topics: ["queues"] });
    line.want({ topics: ["agents", "queues"] });
    vi.runAllTimers();
    expect(FakeEvents.all).toHaveLength(1);
    expect(topicsOf(FakeEvents.last).get("topics")).toBe("agents,queues");
  });

  it("is opened anew for more, and let go when nobody wants anything", () => {
    const end = line.want({ topics: ["queues"] });
    vi.runAllTimers();
    const endMore = line.want({ topics: ["work"], agent: "1001" });
    vi.runAllTimers();
    expect(FakeEvents.all[0]?.closed).toBe(true);
    expect(topicsOf(FakeEvents.last).get("agent")).toBe("1001");
    end();
    endMore();
    vi.runAllTimers();
    expect(FakeEvents.last.closed).toBe(true);
    expect(line.state).toBe("off");
  });

  it("stays where one page follows another that wants the same", () => {
    const end = line.want({ topics: ["queues"] });
    vi.runAllTimers();
    end();
    line.want({ topics: ["queues"] });
    vi.runAllTimers();
    expect(FakeEvents.all).toHaveLength(1);
    expect(FakeEvents.last.closed).toBe(false);
  });

  it("comes back where it broke, with growing pauses, and names the last event", () => {
    line.want({ topics: ["queues"] });
    vi.runAllTimers();
    FakeEvents.last.open();
    expect(line.state).toBe("live");
    FakeEvents.last.tell("queues", { full: true }, "life-7");
    FakeEvents.last.break();
    expect(line.state).toBe("waiting");
    vi.advanceTimersByTime(500);
    expect(FakeEvents.all).toHaveLength(2);
    expect(topicsOf(FakeEvents.last).get("after")).toBe("life-7");
    FakeEvents.last.break();
    vi.advanceTimersByTime(490);
    expect(FakeEvents.all).toHaveLength(2);
    vi.advanceTimersByTime(510);
    expect(FakeEvents.all).toHaveLength(3);
    expect(heard).toEqual([["queues", { full: true }]]);
  });

  it("comes back at once when the server answers again", () => {
    line.want({ topics: ["queues"] });
    vi.runAllTimers();
    tellReach(false);
    for (let i = 0; i < 5; i++) {
      FakeEvents.last.break();
      vi.runAllTimers();
    }
    FakeEvents.last.break();
    const before = FakeEvents.all.length;
    tellReach(true);
    vi.advanceTimersByTime(1);
    expect(FakeEvents.all).toHaveLength(before + 1);
  });
});
