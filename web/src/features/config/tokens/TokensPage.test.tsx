import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { people } from "../../../test/people";
import { renderUi } from "../../../test/render";
import { fakeServer } from "../../../test/server";
import TokensPage from "./TokensPage";

const item = {
  id: "t-1", name: "CRM", prefix: "rpl_abc", scopes: ["callbacks:read"], agent: null, createdAt: "2026-03-02T15:00:00Z", createdBy: "amelie", expiresAt: null, lastUsedAt: null,
};

describe("the page of tokens", () => {
  it("shows a new token this once", async () => {
    const server = fakeServer({
      "GET /session": people.administrator, "GET /tokens": { items: [], environment: false }, "POST /tokens": { item, token: "rpl_abcdefgh" },
    });
    renderUi(<TokensPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Make a token" }));
    await userEvent.type(screen.getByLabelText(/^Name/), "CRM");
    await userEvent.click(screen.getByLabelText("See callbacks"));
    await userEvent.click(screen.getByRole("button", { name: "Make the token" }));
    expect(await screen.findByText("rpl_abcdefgh")).toBeInTheDocument();
    expect(await server.requests.find(request => request.method === "POST")?.json()).toMatchObject({ name: "CRM", scopes: ["callbacks:read"] });
    await userEvent.click(screen.getByRole("button", { name: "I have kept it" }));
    await waitFor(() => { expect(screen.queryByText("rpl_abcdefgh")).not.toBeInTheDocument(); });
  });

  it("asks before it revokes one", async () => {
    const server = fakeServer({ "GET /session": people.administrator, "GET /tokens": { items: [item], environment: false }, "DELETE /tokens/t-1": {} });
    renderUi(<TokensPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Revoke CRM" }));
    expect(server.requests.some(request => request.method === "DELETE")).toBe(false);
    await userEvent.click(screen.getByRole("button", { name: "Revoke" }));
    await waitFor(() => { expect(server.requests.some(request => request.method === "DELETE")).toBe(true); });
  });
});
