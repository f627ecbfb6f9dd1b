import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { people } from "../../../test/people";
import { renderUi } from "../../../test/render";
import { fakeServer, noContent } from "../../../test/server";
import BoardPage from "./BoardPage";

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const at = ago(0);
const queue = {
  queue: "nurses", name: "Nurses", kind: "inbound", open: true, waiting: 3, delayed: 0, inFlight: 1, oldestPlace: ago(5),
  expectedWaitSeconds: 240, agentsAvailable: 0, agentsLoggedIn: 2,
};
const agent = { agent: "1001", name: "Amélie", status: "on-break", since: ago(60), code: null, registered: false, number: null, work: null, queue: null, queues: [] };
const callback = (id: string, minutes: number, more: object = {}) => ({
  id, number: "+15145550123", name: null, queue: "nurse-callbacks", status: "waiting", attempts: 3, attemptsUsed: 1, lastOutcome: "busy", heldBecause: null, dueAt: null,
  window: null, assignedAgent: null, linePlace: ago(minutes), place: ago(minutes), requestedAt: ago(minutes), expiresAt: ago(-180), endedAt: null, ...more,
});
const answers = {
  "GET /session": people.administrator,
  "GET /status": { name: "AcmeHealth", at, ready: true, draining: false, calls: 4, version: "1", configurationVersion: 1 },
  "GET /queues": { at, items: [queue] }, "GET /agents": { at, items: [agent] },
  "GET /callbacks": { items: [callback("cb-1", 20, { heldBecause: "fault" }), callback("cb-2", 10)], next: null }, "GET /interactions": { items: [], next: null },
};

describe("the live board", () => {
  it("tells how long everybody waits", async () => {
    fakeServer(answers);
    renderUi(<BoardPage />);
    const row = (await screen.findByRole("cell", { name: /^Nurses/ })).closest("tr");
    expect(row).not.toBeNull();
    expect(screen.getByText("Callers waiting").nextSibling).toHaveTextContent("3");
    expect(within(row as HTMLElement).getByText("5 min")).toBeInTheDocument();
    expect(within(row as HTMLElement).getByText("4 min")).toBeInTheDocument();
  });

  it("shows callbacks in the order of the line, with what holds them", async () => {
    fakeServer(answers);
    renderUi(<BoardPage />);
    await screen.findByText("cb-1");
    expect(screen.getByText("Held: look at it")).toBeInTheDocument();
    expect(screen.getAllByText("line busy")).toHaveLength(2);
  });

  it("sets an agent's status", async () => {
    const server = fakeServer({ ...answers, "PUT /agents/1001/status": noContent() });
    renderUi(<BoardPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Amélie: set Available" }));
    await waitFor(() => { expect(server.requests.some(request => request.method === "PUT")).toBe(true); });
    expect(await server.requests.find(request => request.method === "PUT")?.json()).toEqual({ status: "available" });
    expect(await screen.findByText("Amélie: Available")).toBeInTheDocument();
  });

  it("cancels a callback with a reason, and not without one", async () => {
    const server = fakeServer({ ...answers, "POST /callbacks/cb-1/cancel": {} });
    renderUi(<BoardPage />);
    await userEvent.click((await screen.findAllByRole("button", { name: "Actions for the callback to +1 514 555-0123" }))[0] as HTMLElement);
    await userEvent.click(await screen.findByRole("menuitem", { name: "Cancel callback" }));
    const confirm = await screen.findByRole("button", { name: "Cancel callback" });
    expect(confirm).toBeDisabled();
    await userEvent.type(screen.getByLabelText(/Reason/), "asked for it");
    await userEvent.click(confirm);
    await waitFor(() => { expect(server.requests.some(request => request.url.endsWith("/callbacks/cb-1/cancel"))).toBe(true); });
    expect(await server.requests.find(request => request.method === "POST")?.json()).toEqual({ reason: "asked for it" });
  });

  it("shows agents of a status only, and queue by queue", async () => {
    fakeServer({ ...answers, "GET /agents": { at, items: [{ ...agent, queues: ["nurses"] }, { ...agent, agent: "1002", name: "Bruno", status: "available", registered: true }] } });
    renderUi(<BoardPage />);
    await screen.findByText("Bruno");
    await userEvent.click(screen.getByRole("checkbox", { name: /On break/ }));
    expect(screen.queryByText("Bruno")).not.toBeInTheDocument();
    expect(screen.getByText("Amélie")).toBeInTheDocument();
  });

  it("fills a wall screen, and lets it go by Escape", async () => {
    fakeServer(answers);
    renderUi(<BoardPage />);
    await screen.findByRole("cell", { name: /^Nurses/ });
    await userEvent.click(screen.getByRole("button", { name: "Wall screen" }));
    const wall = await screen.findByRole("dialog");
    expect(within(wall).getByRole("cell", { name: /^Nurses/ })).toBeInTheDocument();
    await userEvent.keyboard("{Escape}");
    await waitFor(() => { expect(screen.queryByRole("dialog")).not.toBeInTheDocument(); });
  });

  it("offers no action to who may only look", async () => {
    fakeServer({ ...answers, "GET /session": { ...people.supervisor, user: { ...people.supervisor.user, permissions: ["live:read", "callbacks:read"] } } });
    renderUi(<BoardPage />);
    await screen.findByText("cb-1");
    expect(screen.queryByRole("button", { name: /Actions/ })).not.toBeInTheDocument();
    expect(screen.queryByRole("group", { name: /Status of/ })).not.toBeInTheDocument();
  });
});
