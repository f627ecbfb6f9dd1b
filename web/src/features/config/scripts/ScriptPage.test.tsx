import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import forms from "../../../../forms.json";
import example from "../../../test/acme-health.json";
import { renderRoutes } from "../../../test/render";
import { fakeServer, problem } from "../../../test/server";
import ScriptPage from "./ScriptPage";

const session = { setup: false, user: { name: "a", displayName: "A", role: "administrator", agent: null, language: null, permissions: ["configuration:read", "configuration:write"] } };
const nurseLine = example.scripts["nurse-line"];
const address = "/configuration/draft/scripts/nurse-line";

const stored = (value: unknown, etag: string, problems: unknown[] = []) =>
  ({ section: "scripts", key: "nurse-line", value, etag, state: "unchanged", usedBy: [], problems });

/** Writes no YAML: the text of a value is its JSON, which is YAML too. */
async function preview(request: Request) {
  const asked = (await request.json()) as { value?: unknown; text?: string };
  return { value: asked.value ?? JSON.parse(asked.text ?? ""), text: asked.text ?? JSON.stringify(asked.value), problems: [] };
}

async function open(answers: Record<string, unknown> = {}, at = "/config/scripts/nurse-line") {
  const server = fakeServer({
    "GET /session": session, "GET /configuration/forms": forms, [`GET ${address}`]: stored(nurseLine, '"1"'), [`POST ${address}/preview`]: preview, ...answers,
  });
  const view = renderRoutes([{ path: "/config/scripts/:key", element: <ScriptPage /> }, { path: "*", element: <p>elsewhere</p> }], at);
  await screen.findByRole("tree");
  return { ...view, server };
}

const put = (server: { requests: Request[] }) => server.requests.filter((request) => request.method === "PUT");
const chosen = () => screen.getByRole("treeitem", { selected: true });
const welcome = /Bienvenue chez AcmeHealth/;

describe("the page of a script", () => {
  it("edits the text of an object, saves it from the tag it was read with, and takes it back", async () => {
    const { server } = await open({ [`PUT ${address}`]: async (request: Request) => stored(await request.json(), '"2"') });
    const french = await screen.findByRole("textbox", { name: "Text in French" });
    expect(french).toHaveValue("Bienvenue chez AcmeHealth. Une infirmière vous répondra bientôt.");
    await userEvent.type(french, "!");
    expect(screen.getByRole("button", { name: "Undo" })).toBeEnabled();
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => { expect(put(server)).toHaveLength(1); });
    expect(put(server)[0]?.headers.get("If-Match")).toBe('"1"');
    expect(await screen.findByRole("button", { name: "Saved" })).toBeDisabled();
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(french).toHaveValue("Bienvenue chez AcmeHealth. Une infirmière vous répondra bientôt.");
    expect(screen.getByRole("button", { name: "Save" })).toBeEnabled();
  }, 20_000);

  it("lets somebody decide where another has saved meanwhile", async () => {
    const theirs = stored({ name: "Theirs", main: [{ type: "hangUp" }] }, '"9"');
    await open({ [`PUT ${address}`]: problem(412, { title: "changed", current: theirs }) });
    screen.getByRole("tree").focus();
    await userEvent.keyboard("{Delete}");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    const dialog = await screen.findByRole("dialog");
    await userEvent.click(within(dialog).getByRole("button", { name: /^Take theirs/ }));
    expect(await screen.findByRole("treeitem", { name: /Hang Up/ })).toBeInTheDocument();
    expect(screen.queryByText(welcome)).toBeNull();
  }, 20_000);

  it("opens at the problem a link names, and tells it at its field", async () => {
    const index = nurseLine.inQueue.findIndex((item) => item.type === "callback");
    const pointer = `/scripts/nurse-line/inQueue/${String(index)}/attempts`;
    const wrong = { code: "out-of-range", pointer, message: "is 30", allowed: "1 to 10", section: "scripts", key: "nurse-line" };
    await open({
      [`GET ${address}`]: stored(nurseLine, '"1"', [wrong]),
      [`POST ${address}/preview`]: async (request: Request) => ({ ...(await preview(request)), problems: [wrong] }),
    }, `/config/scripts/nurse-line#${encodeURIComponent(pointer)}`);
    expect(await screen.findByRole("heading", { level: 2, name: "Callback" })).toBeInTheDocument();
    expect(await screen.findByText("is 30 (1 to 10)")).toBeInTheDocument();
  }, 20_000);

  it("adds, cuts and pastes objects by the keys", async () => {
    await open();
    screen.getByRole("tree").focus();
    await userEvent.keyboard("a");
    await userEvent.type(await screen.findByRole("combobox", { name: /Search/ }), "hang up");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => { expect(chosen()).toHaveTextContent("Hang Up"); });
    screen.getByRole("tree").focus();
    await userEvent.keyboard("{Control>}x{/Control}");
    expect(screen.queryByText(welcome, { selector: "textarea" })).toBeNull();
    const before = screen.getAllByText("Hang Up").length;
    screen.getByRole("tree").focus();
    await userEvent.keyboard("{Control>}v{/Control}");
    await waitFor(() => { expect(screen.getAllByText("Hang Up").length).toBeGreaterThan(before); });
  }, 20_000);

  it("adds callback by the assistant, and one undo takes it back", async () => {
    await open({
      "GET /configuration/draft/outboundQueues": { items: [{ key: "nurse-callbacks", name: "Rappels", etag: "x", state: "unchanged", problems: 0, value: {} }], total: 1, next: null },
      "GET /configuration/draft/dialPlans": { items: [{ key: "north-american", name: "Nord", etag: "x", state: "unchanged", problems: 0, value: {} }], total: 1, next: null },
    });
    await userEvent.click(screen.getByRole("button", { name: "Add callback" }));
    // The assistant is a part of its own, which has to be fetched.
    const dialog = await screen.findByRole("dialog", {}, { timeout: 10_000 });
    const next = () => userEvent.click(within(dialog).getByRole("button", { name: "Next" }));
    await within(dialog).findByText("What announces it");
    await next();
    await next();
    await userEvent.click(within(dialog).getByRole("combobox", { name: /Queue name/ }));
    await userEvent.click(await screen.findByRole("option", { name: /nurse-callbacks/ }));
    await userEvent.click(within(dialog).getByRole("combobox", { name: /Dial plan/ }));
    await userEvent.click(await screen.findByRole("option", { name: /north-american/ }));
    await next();
    await next();
    await userEvent.click(await within(dialog).findByRole("button", { name: "Put it in" }));
    await waitFor(() => { expect(chosen()).toHaveTextContent("Callbacknurse-callbacks, 3 attempts, every 5 min, for 4 h"); });
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("button", { name: "Saved" })).toBeDisabled();
  }, 30_000);
});
