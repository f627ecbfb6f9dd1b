import { describe, expect, it } from "vitest";
import { readPattern, readRewrite } from "./pattern";

describe("a look at a pattern", () => {
  it.each([
    ["(?:\\+?1)?((?:514|438|450|579)[2-9]\\d{6})", 1],
    ["(?:\\+?1)?([2-9]\\d\\d[2-9]\\d{6})", 1],
    [".*", 0],
    ["(\\d{3})(\\d{4})", 2],
    ["(?<area>\\d{3})\\d+", 1],
    ["[]0-9]+?", 0],
    ["[^\\]]{2}", 0],
    ["(?i:a)|b", 0],
    ["\\(\\d+\\)", 0],
    ["(*)", 0, "nothing-to-repeat"],
    ["(\\d", 1, "unclosed"],
    ["\\d)", 0, "unopened"],
    ["[0-9", 0, "unclosed-set"],
    ["+1\\d+", 0, "nothing-to-repeat"],
    ["a|*", 0, "nothing-to-repeat"],
    ["a**", 0, "nothing-to-repeat"],
    ["\\d\\", 0, "lone-backslash"],
    ["(a)\\1", 1, "back-reference"],
    ["(?<x>a)\\k<x>", 1, "back-reference"],
    ["(?=1)1", 0, "look-around"],
    ["(?<!1)1", 0, "look-around"],
    ["(?>1+)", 0, "atomic"],
    ["", 0, "empty"],
    ["1".repeat(201), 0, "too-long"],
  ])("%s", (pattern, groups, fault?: string) => {
    const reading = readPattern(pattern);
    expect(reading.fault?.kind).toBe(fault);
    if (!fault) expect(reading.groups).toBe(groups);
  });
});

describe("what a rule dials", () => {
  it.each(["+1$1", "as-is", "$1", "1001", "+${COUNTRY}$1"])("may be %s", (dial) => {
    expect(readRewrite(dial, 1)).toBeNull();
  });

  it("names no group that the pattern lacks", () => {
    expect(readRewrite("+1$2", 1)).toEqual({ kind: "no-group", group: 2 });
    expect(readRewrite("+1$0", 0)).toBeNull();
    expect(readRewrite("+1$9", null)).toBeNull();
  });

  it("has nothing in it but digits, plus signs and groups", () => {
    expect(readRewrite("+1 $1", 1)).toEqual({ kind: "bad-sign", sign: " " });
    expect(readRewrite("$", 1)).toEqual({ kind: "bad-sign", sign: "$" });
  });
});
