import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { people } from "../../../test/people";
import { renderUi } from "../../../test/render";
import { fakeServer, noContent } from "../../../test/server";
import BoardPage from "./BoardPage";

const at = "2026-03-02T15:00:00Z";
const queue = {
  queue: "nurses", name: "Nurses", kind: "inbound", open: true, waiting: 3, delayed: 0, inFlight: 1, oldestPlace: "2026-03-02T14:55:00Z",
  expectedWaitSeconds: 240, agentsAvailable: 0, agentsLoggedIn: 2,
};
const agent = { agent: "1001", name: "Amélie", status: "on-break", since: "2026-03-02T14:00:00Z", registered: false, number: null, work: null, queue: null, queues: [] };
const callback = (id: string, minute: number, more: object = {}) => ({
  id, number: "+15145550123", name: null, queue: "nurse-callbacks", status: "waiting", attempts: 3, attemptsUsed: 1, lastOutcome: "busy", heldBecause: null, dueAt: null,
  window: null, assignedAgent: null, linePlace: `2026-03-02T14:${String(minute)}:00Z`, place: `2026-03-02T14:${String(minute)}:00Z`, expiresAt: "2026-03-02T18:00:00Z", ...more,
});
const answers = {
  "GET /session": people.administrator,
  "GET /status": { name: "AcmeHealth", at, ready: true, draining: false, calls: 4, version: "1", configurationVersion: 1 },
  "GET /queues": { at, items: [queue] }, "GET /agents": { at, items: [agent] },
  "GET /callbacks": { items: [callback("cb-2", 50), callback("cb-1", 40, { heldBecause: "fault" })], next: null }, "GET /interactions": { items: [], next: null },
};

describe("the live board", () => {
  it("tells waits by the server's clock", async () => {
    fakeServer(answers);
    renderUi(<BoardPage />);
    const row = (await screen.findByText("Nurses")).closest("tr");
    expect(row).not.toBeNull();
    expect(within(row as HTMLElement).getByText("5 min")).toBeInTheDocument();
    expect(within(row as HTMLElement).getByText("4 min")).toBeInTheDocument();
  });

  it("shows callbacks in the order of the line, with what holds them", async () => {
    fakeServer(answers);
    renderUi(<BoardPage />);
    await screen.findByText("cb-1");
    expect(screen.getAllByText(/^cb-/).map(cell => cell.textContent)).toEqual(["cb-1", "cb-2"]);
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
    await userEvent.click((await screen.findAllByRole("button", { name: "Cancel the callback to +1 514 555-0123" }))[0] as HTMLElement);
    const confirm = await screen.findByRole("button", { name: "Cancel the callback" });
    expect(confirm).toBeDisabled();
    await userEvent.type(screen.getByLabelText(/Reason/), "asked for it");
    await userEvent.click(confirm);
    await waitFor(() => { expect(server.requests.some(request => request.url.endsWith("/callbacks/cb-1/cancel"))).toBe(true); });
    expect(await server.requests.find(request => request.method === "POST")?.json()).toEqual({ reason: "asked for it" });
  });

  it("offers no action to who may only look", async () => {
    fakeServer({ ...answers, "GET /session": { ...people.supervisor, user: { ...people.supervisor.user, permissions: ["live:read"] } } });
    renderUi(<BoardPage />);
    await screen.findByText("cb-1");
    expect(screen.queryByRole("button", { name: /Cancel/ })).not.toBeInTheDocument();
    expect(screen.queryByRole("group", { name: /Status of/ })).not.toBeInTheDocument();
  });
});
