import { describe, expect, it } from "vitest";
import { afterKey } from "./blockKeys";

const nine = { from: 540, to: 720, treatment: 0 } as const;

describe("keys on hours", () => {
  it("move them by a step", () => {
    expect(afterKey(nine, "ArrowDown", false, 30)).toEqual({ from: 570, to: 750, treatment: 0 });
    expect(afterKey(nine, "ArrowUp", false, 30)).toEqual({ from: 510, to: 690, treatment: 0 });
    expect(afterKey({ from: 0, to: 60, treatment: 0 }, "ArrowUp", false, 30)).toEqual({ from: 0, to: 60, treatment: 0 });
  });

  it("with Shift move their end, past midnight too", () => {
    expect(afterKey(nine, "ArrowUp", true, 30)).toEqual({ from: 540, to: 690, treatment: 0 });
    expect(afterKey({ from: 1320, to: 1440, treatment: 1 }, "ArrowDown", true, 30)?.valueOf()).toEqual({ from: 1320, to: 1470, treatment: 1 });
    expect(afterKey({ from: 540, to: 570, treatment: 0 }, "ArrowUp", true, 30)).toEqual({ from: 540, to: 570, treatment: 0 });
  });

  it("choose a treatment, or open with 0", () => {
    expect(afterKey(nine, "4", false, 30)).toEqual({ ...nine, treatment: 4 });
    expect(afterKey({ ...nine, treatment: 4 }, "0", false, 30)).toEqual(nine);
    expect(afterKey(nine, "7", false, 30)).toBeNull();
  });

  it("remove them", () => {
    expect(afterKey(nine, "Delete", false, 30)).toBe("remove");
  });

  it("leave all others to the page", () => {
    expect(afterKey(nine, "Tab", false, 30)).toBeNull();
  });
});
