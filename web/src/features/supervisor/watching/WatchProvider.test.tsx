import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { LiveAgent } from "../../../api/live";
import { people } from "../../../test/people";
import { renderUi } from "../../../test/render";
import { fakeServer, noContent, problem, type FakeServer } from "../../../test/server";
import { ListenButton } from "./ListenButton";
import { WatchProvider } from "./WatchProvider";

const bruno = { agent: "1002", name: "Bruno", status: "busy" } as LiveAgent;
const watch = { id: "w-1", agent: "1002", agentName: "Bruno", mode: "listen", phone: "1001", who: "amelie", interaction: "i-1", since: "2026-01-05T15:00:00Z", answeredAt: "2026-01-05T15:00:02Z" };
const draw = (answers: Record<string, unknown>) => {
  // Somebody whose phone stands on the desk: nothing of a browser's phone is needed.
  localStorage.setItem("rappel.phone.1001", "desk");
  const server = fakeServer({
    "GET /session": { ...people.supervisor, user: { ...people.supervisor.user, agent: "1001" } }, "GET /watches": { items: [watch] },
    "POST /agents/1002/watch": { id: "w-1" }, "PUT /watches/w-1": noContent(), "DELETE /watches/w-1": noContent(), ...answers,
  });
  renderUi(<WatchProvider><ListenButton agent={bruno} /></WatchProvider>);
  return server;
};
const asked = ({ requests }: FakeServer, method: string) => requests.find(request => request.method === method);

describe("being at an agent's call", () => {
  beforeEach(() => { localStorage.clear(); });

  it("begins in silence, and goes on to a whisper", async () => {
    const server = draw({});
    await userEvent.click(screen.getByRole("button", { name: "Listen to the call of Bruno" }));
    expect(await screen.findByText("You hear both. Nobody hears you.")).toBeInTheDocument();
    expect(await asked(server, "POST")?.json()).toEqual({ mode: "listen" });
    server.on("GET /watches", { items: [{ ...watch, mode: "whisper" }] });
    await userEvent.click(screen.getByRole("radio", { name: "Whisper" }));
    expect(await screen.findByText("Only the agent hears you.")).toBeInTheDocument();
    expect(await asked(server, "PUT")?.json()).toEqual({ mode: "whisper" });
  });

  it("ends when one stops", async () => {
    const server = draw({});
    await userEvent.click(screen.getByRole("button", { name: "Listen to the call of Bruno" }));
    await screen.findByText("You hear both. Nobody hears you.");
    await userEvent.click(screen.getByRole("button", { name: "Stop listening" }));
    await waitFor(() => { expect(asked(server, "DELETE")).toBeDefined(); });
    expect(screen.queryByRole("region", { name: "At the call of Bruno" })).not.toBeInTheDocument();
  });

  it("says so when the call is over", async () => {
    const server = draw({});
    await userEvent.click(screen.getByRole("button", { name: "Listen to the call of Bruno" }));
    await screen.findByText("You hear both. Nobody hears you.");
    server.on("GET /watches", { items: [] });
    expect(await screen.findByText("The call of Bruno is over.")).toBeInTheDocument();
  });

  it("tells why it was refused", async () => {
    draw({ "POST /agents/1002/watch": problem(409, { code: "no-call", detail: "Bruno is in no call." }) });
    await userEvent.click(screen.getByRole("button", { name: "Listen to the call of Bruno" }));
    expect(await screen.findByText("Bruno is in no call.")).toBeInTheDocument();
  });
});
