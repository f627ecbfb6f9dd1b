import { describe, expect, it } from "vitest";
import { findMembers, withAgents } from "./member";

const members = [{ agent: "1001", skill: 8 }, { agent: "1002" }];
const names = new Map([["1001", "Amélie Tremblay"], ["1002", "Mathieu Gagnon"]]);

describe("the members of a queue", () => {
  it("are found by key or by name, each with its place", () => {
    expect(findMembers(members, names, "gagn")).toEqual([{ member: { agent: "1002" }, index: 1 }]);
    expect(findMembers(members, names, "1001")).toHaveLength(1);
    expect(findMembers(members, names, " ")).toHaveLength(2);
  });

  it("are added at the end, nobody twice", () => {
    expect(withAgents(members, ["1002", "1003"], 5)).toEqual([...members, { agent: "1003" }]);
    expect(withAgents(members, ["1003"], 9).at(-1)).toEqual({ agent: "1003", skill: 9 });
  });

  it("may be two thousand", () => {
    const many = withAgents([], Array.from({ length: 2_000 }, (_, index) => String(index)), 5);
    expect(findMembers(many, new Map(), "199")).toHaveLength(12);
  });
});
