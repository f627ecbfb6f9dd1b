import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { people } from "../../../test/people";
import { renderRoutes } from "../../../test/render";
import { fakeServer, problem } from "../../../test/server";
import { UserForm } from "./UserForm";

const marie = {
  name: "marie", displayName: "Marie Roy", role: "supervisor" as const, agent: null, language: null, enabled: true, hasPassword: true, fromEnvironment: false,
  createdAt: "2026-03-02T15:00:00Z", lastSignInAt: null,
};
const draw = (user: typeof marie | undefined, answers: Record<string, unknown>) => {
  const server = fakeServer({ "GET /session": people.administrator, ...answers });
  renderRoutes([{ path: "/", element: <UserForm user={user} /> }, { path: "/users", element: <p>the list</p> }]);
  return server;
};

describe("the form of a user", () => {
  it("makes a user", async () => {
    const server = draw(undefined, { "POST /users": marie });
    await userEvent.type(await screen.findByLabelText(/User name/), "marie");
    await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "Marie Roy");
    await userEvent.click(screen.getByLabelText("Administrator"));
    await userEvent.type(screen.getByLabelText(/^Password/), "four words in a row");
    await userEvent.click(screen.getByRole("button", { name: "Create the user" }));
    expect(await screen.findByText("the list")).toBeInTheDocument();
    expect(await server.requests.find(request => request.method === "POST")?.json()).toEqual({
      name: "marie", displayName: "Marie Roy", role: "administrator", agent: null, language: null, enabled: true, password: "four words in a row",
    });
  });

  it("leaves a password that is not typed as it is", async () => {
    const server = draw(marie, { "PUT /users/marie": marie });
    await userEvent.click(await screen.findByRole("switch", { name: /May sign in/ }));
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => { expect(server.requests.some(request => request.method === "PUT")).toBe(true); });
    const sent = await server.requests.find(request => request.method === "PUT")?.json() as object;
    expect(sent).toMatchObject({ enabled: false });
    expect(sent).not.toHaveProperty("password");
  });

  it("tells in its own words why the last administrator stays", async () => {
    draw(marie, { "PUT /users/marie": problem(409, { code: "last-administrator", detail: "…" }) });
    await userEvent.click(await screen.findByRole("switch", { name: /May sign in/ }));
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/the last administrator who may sign in/)).toBeInTheDocument();
  });
});
