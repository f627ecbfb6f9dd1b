import { describe, expect, it } from "vitest";
import { differencesOf, trailOf } from "./trail";

describe("the way to a difference", () => {
  it("goes by fields and items", () => {
    expect(trailOf("inboundQueues", "/inboundQueues/nurses/members/2/skill")).toEqual([
      { kind: "field", name: "members", scope: "inboundQueues.members" },
      { kind: "item", number: 3 },
      { kind: "field", name: "skill", scope: "inboundQueues.members.skill" },
    ]);
  });

  it("keeps the names that people gave", () => {
    expect(trailOf("schedules", "/schedules/office/exceptions/2026-12-25").at(-1)).toEqual({ kind: "name", name: "2026-12-25" });
    expect(trailOf("contactLists", "/contactLists/vip/contacts/0/variables/tier").at(-1)).toEqual({ kind: "name", name: "tier" });
  });

  it("takes the exit 3 of a script for an exit, not for the fourth object", () => {
    const trail = trailOf("scripts", "/scripts/line/inQueue/1/exits/3/0/attempts");
    expect(trail[2]).toEqual({ kind: "exit", name: "3" });
    expect(trail.map((step) => (step.kind === "item" ? step.number : step.name))).toEqual(["inQueue", 2, "3", 1, "attempts"]);
  });

  it("is short for what there is one of", () => {
    expect(trailOf("tenant", "/tenant/language")).toEqual([{ kind: "field", name: "language", scope: "tenant.language" }]);
  });

  it("undoes the pointer's escapes", () => {
    expect(trailOf("prompts", "/prompts/a~1b/fr~0x")[0]).toMatchObject({ name: "fr~x" });
  });
});

describe("the differences of an object", () => {
  it("are its fields where it was added as a whole", () => {
    const found = differencesOf({ section: "agents", fields: [{ pointer: "/agents/1001", after: { name: "Ada", offerTimeout: "20 s" } }] });
    expect(found.map(({ trail, after }) => [trail.length, after])).toEqual([[1, "Ada"], [1, "20 s"]]);
    expect(found[0]).not.toHaveProperty("before");
  });

  it("has nothing on the side that the server leaves null", () => {
    const [found] = differencesOf({ section: "agents", fields: [{ pointer: "/agents/1001/directNumber", before: null, after: "+15145550123" }] });
    expect(found).not.toHaveProperty("before");
  });

  it("know where a moved item stood", () => {
    const [found] = differencesOf({ section: "dialPlans", fields: [{ pointer: "/dialPlans/x/rules/0", from: "/dialPlans/x/rules/2", after: { pattern: "1" }, before: { pattern: "1" } }] });
    expect(found?.from?.at(-1)).toEqual({ kind: "item", number: 3 });
  });

  it("are as told where fields changed", () => {
    const found = differencesOf({ section: "agents", fields: [{ pointer: "/agents/1001/name", before: "Ada", after: "Grace" }] });
    expect(found).toMatchObject([{ before: "Ada", after: "Grace" }]);
  });
});
