import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { people } from "../../../test/people";
import { renderRoutes } from "../../../test/render";
import { fakeServer } from "../../../test/server";
import CallbacksPage from "./CallbacksPage";

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const callback = (n: number, more: object = {}) => ({
  id: `cb-${String(n)}`, number: `+1514555010${String(n)}`, name: null, queue: "nurses", status: "waiting", attempts: 3, attemptsUsed: 0, lastOutcome: null, heldBecause: null,
  dueAt: null, window: null, assignedAgent: null, linePlace: ago(n), place: ago(n), requestedAt: ago(n), expiresAt: ago(-180), endedAt: null, ...more,
});
const answers = {
  "GET /session": people.supervisor, "GET /queues": { at: ago(0), items: [] }, "GET /agents": { at: ago(0), items: [] },
  "GET /callbacks": { items: [callback(1), callback(2), callback(3, { heldBecause: "by-hand" })], next: null },
};
const draw = (at = "/") => renderRoutes([{ path: "*", element: <CallbacksPage /> }], at);
const asked = (requests: Request[]) => requests.filter(request => request.url.includes("/callbacks")).map(request => new URL(request.url).searchParams);

describe("the table of callbacks", () => {
  it("asks for what the address says", async () => {
    const server = fakeServer(answers);
    draw("/?search=zo%C3%A9&status=held&sort=-expires&queue=nurses");
    await screen.findByText("cb-1");
    const query = asked(server.requests)[0];
    expect(query && Object.fromEntries(query)).toEqual({ search: "zoé", status: "open", held: "true", sort: "-expires", queue: "nurses", limit: "50" });
  });

  it("does a deed to all chosen that it makes sense for, and tells which were refused", async () => {
    const server = fakeServer({
      ...answers, "POST /callbacks/bulk": { done: ["cb-1"], refused: [{ id: "cb-2", code: "final", message: "cb-2 is over" }] },
    });
    draw();
    await userEvent.click(await screen.findByRole("checkbox", { name: "Select all on this page" }));
    expect(screen.getByText("3 callbacks selected")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Hold" }));
    await userEvent.type(await screen.findByLabelText(/Reason/), "storm");
    await userEvent.click(screen.getAllByRole("button", { name: "Hold" }).at(-1) as HTMLElement);
    expect(await screen.findByText("cb-2: cb-2 is over")).toBeInTheDocument();
    const posts = server.requests.filter(request => request.method === "POST");
    expect(posts.map(request => new URL(request.url).pathname).sort()).toEqual(["/api/v1/callbacks/bulk"]);
    expect(await posts[0]?.clone().json()).toEqual({ ids: ["cb-1", "cb-2"], action: "hold", why: "storm" });
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    await waitFor(() => { expect(screen.getByText("2 callbacks selected")).toBeInTheDocument(); });
  });

  it("goes on from page to page", async () => {
    const server = fakeServer({ ...answers, "GET /callbacks": { items: [callback(1)], next: "638_cb-1" } });
    draw();
    await userEvent.click(await screen.findByRole("button", { name: /Next/ }));
    await waitFor(() => { expect(asked(server.requests).at(-1)?.get("before")).toBe("638_cb-1"); });
  });

  it("says what to do where there is none", async () => {
    fakeServer({ ...answers, "GET /callbacks": { items: [], next: null } });
    draw("/?search=nobody");
    expect(await screen.findByText("No callback matches")).toBeInTheDocument();
  });

  it("offers nothing to who may only look", async () => {
    fakeServer({ ...answers, "GET /session": { ...people.supervisor, user: { ...people.supervisor.user, permissions: ["callbacks:read", "live:read"] } } });
    draw();
    await screen.findByText("cb-1");
    expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
  });
});
