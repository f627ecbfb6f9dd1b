import { describe, expect, it, vi } from "vitest";
import { fakeServer, noContent, problem } from "../test/server";
import { address, request } from "./client";
import { ApiProblem, Unreachable } from "./problem";

describe("a request", () => {
  it("carries the header that another site cannot send, and the language", async () => {
    const { requests } = fakeServer({ "GET /status": { name: "AcmeHealth" } });
    await request("/status");
    expect(requests[0]?.headers.get("X-Rappel-Request")).toBe("1");
    expect(requests[0]?.headers.get("Accept-Language")).toBe("en");
  });

  it("names the tag that a change is made from", async () => {
    const { requests } = fakeServer({ "PUT /x": noContent() });
    await request("/x", { method: "PUT", body: {}, ifMatch: '"7"', lenient: true });
    expect(requests[0]?.headers.get("If-Match")).toBe('"7"');
    expect(requests[0]?.headers.get("Prefer")).toBe("handling=lenient");
  });

  it("makes a new object only where there is none", async () => {
    const { requests } = fakeServer({ "PUT /x": noContent() });
    await request("/x", { method: "PUT", body: {}, create: true });
    expect(requests[0]?.headers.get("If-None-Match")).toBe("*");
  });

  it("tells every fault of a refusal at its pointer", async () => {
    fakeServer({
      "PUT /x": problem(422, {
        code: "invalid-fields", detail: "2 problems",
        errors: [{ pointer: "#/attempts", detail: "too many", allowed: "1 to 10" }, { parameter: "limit", detail: "no number" }],
      }),
    });
    const failure = await request("/x", { method: "PUT", body: {} }).catch((e: unknown) => e);
    expect(failure).toBeInstanceOf(ApiProblem);
    expect((failure as ApiProblem).faults).toEqual([
      { pointer: "/attempts", message: "too many", allowed: "1 to 10" }, { pointer: "/limit", message: "no number" },
    ]);
  });

  it("says that the server cannot be reached", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("refused")));
    await expect(request("/status")).rejects.toBeInstanceOf(Unreachable);
  });
});

describe("an address", () => {
  it("escapes its parts and leaves out what is not set", () => {
    expect(address("/agents", "a/b", { search: "é", after: undefined, limit: 50 })).toBe("/agents/a%2Fb?search=%C3%A9&limit=50");
  });
});
