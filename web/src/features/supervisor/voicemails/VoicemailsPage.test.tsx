import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { people } from "../../../test/people";
import { renderRoutes } from "../../../test/render";
import { fakeServer } from "../../../test/server";
import VoicemailsPage from "./VoicemailsPage";

const message = { id: "i-7", queue: "care", caller: "+15145550123", language: "en", at: "2026-11-22T14:00:00Z", lengthSeconds: 31, status: "new", agent: null, note: null };
const answers = {
  "GET /session": people.supervisor, "GET /agents": { at: "2026-11-22T14:00:00Z", items: [] },
  "GET /queues": { at: "2026-11-22T14:00:00Z", items: [{ queue: "care", name: "Care team", kind: "voicemail" }] },
  "GET /voicemails": { items: [message], next: null },
};
const draw = () => renderRoutes([{ path: "*", element: <VoicemailsPage /> }], "/");

describe("the page of voice messages", () => {
  it("shows who left what and where, and closes it with the note that was typed", async () => {
    const server = fakeServer({ ...answers, "POST /voicemails/i-7/close": {} });
    draw();
    expect(await screen.findByRole("article", { name: /514 555/ })).toHaveTextContent("Care team");
    await userEvent.type(screen.getByLabelText("Note"), "called");
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    await waitFor(() => { expect(server.requests.some(request => request.method === "POST")).toBe(true); });
    expect(await server.requests.find(request => request.method === "POST")?.clone().json()).toEqual({ note: "called" });
  });

  it("asks for a callback to whoever left it", async () => {
    const server = fakeServer({ ...answers, "POST /voicemails/i-7/call-back": {} });
    draw();
    await userEvent.click(await screen.findByRole("button", { name: "Call back" }));
    await waitFor(() => { expect(server.requests.some(request => request.url.endsWith("/voicemails/i-7/call-back"))).toBe(true); });
  });
});
