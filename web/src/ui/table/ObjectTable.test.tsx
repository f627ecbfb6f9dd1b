import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { people } from "../../test/people";
import { renderUi } from "../../test/render";
import { fakeServer } from "../../test/server";
import { ObjectTable } from "./ObjectTable";

const all = Array.from({ length: 120 }, (_, index) => ({
  key: `a${String(index)}`, name: `Agent ${String(index)}`, value: {}, etag: '"1"', state: index === 0 ? "changed" : "unchanged", problems: index === 1 ? 2 : 0,
}));

/** Answers as the server does: searched, then the page after a key. */
const agents = (request: Request) => {
  const query = new URL(request.url).searchParams;
  const found = all.filter(item => item.name.includes(query.get("search") ?? ""));
  const start = found.findIndex(item => item.key === query.get("after")) + 1;
  const items = found.slice(start, start + 50);
  return { items, total: found.length, next: start + 50 < found.length ? items.at(-1)?.key : null };
};

const empty = { title: "No agent yet", next: "Agents take the calls." };
const draw = (answer: unknown) => {
  const server = fakeServer({ "GET /session": people.administrator, "GET /configuration/draft/agents": answer });
  renderUi(<ObjectTable section="agents" columns={[]} empty={empty} />);
  return server;
};

describe("a table of objects", () => {
  it("goes through pages and back", async () => {
    draw(agents);
    expect(await screen.findByText("1–50 of 120")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Next" }));
    expect(await screen.findByText("51–100 of 120")).toBeInTheDocument();
    expect(screen.getByText("Agent 50")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Previous" }));
    expect(await screen.findByText("1–50 of 120")).toBeInTheDocument();
  });

  it("asks the server for what is searched", async () => {
    draw(agents);
    await userEvent.type(await screen.findByRole("searchbox"), "Agent 11");
    expect(await screen.findByText("1–11 of 11")).toBeInTheDocument();
  });

  it("says which objects differ from the published ones and which have problems", async () => {
    draw(agents);
    expect(await screen.findByText("Changed")).toBeInTheDocument();
    expect(screen.getByText("2 problems")).toBeInTheDocument();
  });

  it("says what to do while there is none", async () => {
    draw({ items: [], total: 0, next: null });
    expect(await screen.findByText("No agent yet")).toBeInTheDocument();
    expect(await screen.findByRole("link", { name: "Add an agent" })).toHaveAttribute("href", "/config/agents/~new");
  });

  it("goes from row to row with the arrow keys", async () => {
    draw(agents);
    const first = await screen.findByRole("link", { name: /^Agent 0/ });
    first.focus();
    await userEvent.keyboard("{ArrowDown}");
    await waitFor(() => { expect(screen.getByRole("link", { name: /^Agent 1\b/ })).toHaveFocus(); });
  });
});
