import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { people } from "../../../test/people";
import { renderUi } from "../../../test/render";
import { fakeServer, problem } from "../../../test/server";
import PublishPage from "./PublishPage";

const changes = [
  { section: "agents", key: "1001", name: "Ada", kind: "changed", fields: [{ pointer: "/agents/1001/offerTimeout", before: "20 s", after: "30 s" }, { pointer: "/agents/1001/password", before: "x1", after: "y2" }] },
  { section: "channels", key: "main", name: "Main", kind: "removed", fields: [] },
];
const answers = (problems: object[]) => ({
  "GET /session": people.administrator,
  "GET /configuration": { version: 3, at: null, who: null, note: null, empty: false, draft: { etag: '"d1"', changes: 2, at: null, who: null } },
  "GET /configuration/draft/changes": { changes },
  "GET /configuration/draft/problems": { problems },
});

describe("publishing", () => {
  it("shows what was and what will be, and never a secret", async () => {
    fakeServer(answers([]));
    renderUi(<PublishPage />);
    expect(await screen.findByText("20 s")).toBeInTheDocument();
    expect(screen.getByText("30 s")).toBeInTheDocument();
    expect(screen.getByText("Offer timeout")).toBeInTheDocument();
    expect(screen.getByText("removed")).toBeInTheDocument();
    expect(document.body.textContent).not.toMatch(/x1|y2/);
  });

  it("puts in force what is on the page, with a note", async () => {
    const server = fakeServer({ ...answers([]), "POST /configuration/draft/publish": { version: 4 } });
    renderUi(<PublishPage />);
    await userEvent.type(await screen.findByLabelText(/Note/), "Longer ring");
    await userEvent.click(screen.getByRole("button", { name: "Publish 2 changes" }));
    expect(await screen.findByText("Version 4 is in force")).toBeInTheDocument();
    const sent = server.requests.find((request) => request.url.endsWith("/publish"));
    expect(sent?.headers.get("If-Match")).toBe('"d1"');
    expect(await sent?.json()).toEqual({ note: "Longer ring" });
  });

  it("is not possible with a problem, which leads to its field", async () => {
    const fault = { code: "out-of-range", pointer: "/agents/1001/offerTimeout", message: "is too long", allowed: "15 s to 60 s", section: "agents", key: "1001" };
    fakeServer(answers([fault]));
    renderUi(<PublishPage />);
    expect(await screen.findByRole("button", { name: "Publish 2 changes" })).toBeDisabled();
    expect(screen.getByRole("link", { name: "Agents › 1001" })).toHaveAttribute("href", `/config/agents/1001#${encodeURIComponent(fault.pointer)}`);
  });

  it("does not publish unseen what somebody else changed meanwhile", async () => {
    fakeServer({ ...answers([]), "POST /configuration/draft/publish": problem(412, { title: "changed" }) });
    renderUi(<PublishPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Publish 2 changes" }));
    expect(await screen.findByText(/The draft was changed in the meantime/)).toBeInTheDocument();
  });
});
