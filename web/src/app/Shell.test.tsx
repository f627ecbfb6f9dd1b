import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { people } from "../test/people";
import { renderRoutes } from "../test/render";
import { fakeServer, noContent, problem } from "../test/server";
import { routes } from "./routes";

const configuration = {
  version: 12, at: null, who: null, note: null, empty: false, draft: { etag: '"1"', changes: 3, at: null, who: null },
};
const everything = {
  "GET /session": people.administrator, "GET /configuration": configuration, "GET /status": { name: "AcmeHealth" },
};

describe("the shell", () => {
  it("names the contact centre, the version in force and what is not published", async () => {
    fakeServer(everything);
    renderRoutes(routes, "/nowhere");
    expect(await screen.findByText("AcmeHealth")).toBeVisible();
    expect(await screen.findByText("Version 12 in force")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "3 unpublished changes" })).toHaveAttribute("href", "/config/publish");
  });

  it("says that there is no such page", async () => {
    fakeServer(everything);
    renderRoutes(routes, "/nowhere");
    expect(await screen.findByRole("heading", { name: "Page not found" })).toBeInTheDocument();
    expect(document.title).toBe("Page not found · Rappel");
  });

  it("offers a supervisor the board and the configuration but not the users", async () => {
    fakeServer({ ...everything, "GET /session": people.supervisor });
    renderRoutes(routes, "/nowhere");
    expect(await screen.findByRole("link", { name: "Live board" })).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Channels" })).toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Users" })).not.toBeInTheDocument();
  });

  it("leads to signing in and back", async () => {
    const server = fakeServer({ ...everything, "GET /session": people.nobody, "POST /session": noContent() });
    const { router } = renderRoutes(routes, "/nowhere?x=1");
    await userEvent.type(await screen.findByLabelText("User name"), "amelie");
    await userEvent.type(screen.getByLabelText("Password"), "four words in a row");
    server.on("GET /session", people.administrator);
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    await waitFor(() => { expect(router.state.location).toMatchObject({ pathname: "/nowhere", search: "?x=1" }); });
  });

  it("asks over the page who it is when the session has ended", async () => {
    const server = fakeServer(everything);
    const { client } = renderRoutes(routes, "/nowhere");
    await screen.findByText("AcmeHealth");
    server.on("GET /status", problem(401));
    await client.invalidateQueries({ queryKey: ["status"] });
    expect(await screen.findByText("Your session has ended")).toBeInTheDocument();
    expect(screen.getByText("There is no page at this address.")).toBeInTheDocument();
  });

  it("keeps the page when it learns by itself that the session has ended", async () => {
    const server = fakeServer(everything);
    const { client } = renderRoutes(routes, "/nowhere");
    await screen.findByText("AcmeHealth");
    server.on("GET /session", people.nobody);
    await client.invalidateQueries({ queryKey: ["session"] });
    expect(await screen.findByText("Your session has ended")).toBeInTheDocument();
    expect(screen.getByText("There is no page at this address.")).toBeInTheDocument();
  });

  it("begins with the first administrator where there is no user", async () => {
    fakeServer({ "GET /session": { setup: true, user: null } });
    renderRoutes(routes, "/");
    expect(await screen.findByRole("heading", { name: "Welcome to Rappel" })).toBeInTheDocument();
  });
});
