import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Field } from "../../api/forms";
import { people } from "../../test/people";
import { renderRoutes } from "../../test/render";
import { fakeServer, problem } from "../../test/server";
import { ObjectForm } from "../ObjectForm";
import { ObjectEditor } from "./ObjectEditor";

const fields: Field[] = [
  { name: "name", kind: "text", longest: 100 },
  { name: "offerTimeout", kind: "duration", minimum: "15 s", maximum: "60 s", default: "20 s" },
  { name: "mayReject", kind: "flag", default: true },
];

const stored = (value: object, etag: string) => ({ section: "agents", key: "1001", value, etag, state: "unchanged", usedBy: [], problems: [] });
const amelie = stored({ name: "Amélie", offerTimeout: "20 s" }, '"1"');

function open(objectKey: string | undefined, answers: Record<string, unknown> = {}) {
  const server = fakeServer({ "GET /session": people.administrator, "GET /configuration/draft/agents/1001": amelie, ...answers });
  const page = (
    <ObjectEditor section="agents" objectKey={objectKey} initial={{}}>
      {({ keyInput, setValue, ...slots }) => (
        <ObjectForm {...slots} scope="agents" fields={fields} onChange={setValue}>{keyInput}</ObjectForm>
      )}
    </ObjectEditor>
  );
  const view = renderRoutes([{ path: "/", element: page }, { path: "*", element: <p>elsewhere</p> }]);
  return { ...view, server };
}

const put = (server: { requests: Request[] }) => server.requests.filter(request => request.method === "PUT");

describe("the editor of an object", () => {
  it("shows the allowed range beside the field", async () => {
    open("1001");
    expect(await screen.findByText(/From 15 s to 60 s/)).toBeInTheDocument();
  });

  it("saves from the tag it was read with, writing no more than was changed", async () => {
    const { server } = open("1001", { "PUT /configuration/draft/agents/1001": stored({ name: "Amélie", offerTimeout: "30 s" }, '"2"') });
    const field = await screen.findByRole("textbox", { name: "Offer timeout" });
    await userEvent.clear(field);
    await userEvent.type(field, "30");
    await userEvent.click(screen.getByRole("button", { name: "Save to the draft" }));
    await waitFor(() => { expect(put(server)).toHaveLength(1); });
    expect(put(server)[0]?.headers.get("If-Match")).toBe('"1"');
    expect(await put(server)[0]?.json()).toEqual({ name: "Amélie", offerTimeout: "30 s" });
    expect(await screen.findByText("Saved to the draft. Callers notice once it is published.")).toBeInTheDocument();
  });

  it("makes the key of a new object from its name", async () => {
    open(undefined);
    await userEvent.type(await screen.findByRole("textbox", { name: "Name" }), "Infirmières-conseils!");
    expect(screen.getByRole("textbox", { name: /Key/ })).toHaveValue("infirmieres-conseils");
  });

  it("shows a refusal at its field, leads to it, and offers to keep it all the same", async () => {
    const fault = { code: "out-of-range", pointer: "/agents/1001/offerTimeout", message: "is too short", allowed: "15 s to 60 s" };
    const { server } = open("1001", { "PUT /configuration/draft/agents/1001": problem(422, { problems: [fault] }) });
    const field = await screen.findByRole("textbox", { name: "Offer timeout" });
    await userEvent.clear(field);
    await userEvent.type(field, "3");
    await userEvent.click(screen.getByRole("button", { name: "Save to the draft" }));
    await userEvent.click(await screen.findByRole("button", { name: "is too short" }));
    expect(field).toHaveFocus();
    expect(field).toBeInvalid();

    server.on("PUT /configuration/draft/agents/1001", { ...stored({ offerTimeout: "3 s" }, '"2"'), problems: [fault] });
    await userEvent.click(screen.getByRole("button", { name: "Keep as it is, with its problems" }));
    await waitFor(() => { expect(put(server)).toHaveLength(2); });
    expect(put(server)[1]?.headers.get("Prefer")).toBe("handling=lenient");
  });

  it("shows both versions where somebody else was quicker, and saves over theirs when told to", async () => {
    const theirs = stored({ name: "Amélie Tremblay", offerTimeout: "20 s" }, '"7"');
    const { server } = open("1001", { "PUT /configuration/draft/agents/1001": problem(412, { title: "changed", current: theirs }) });
    await userEvent.type(await screen.findByRole("textbox", { name: "Name" }), " Roy");
    await userEvent.click(screen.getByRole("button", { name: "Save to the draft" }));
    expect(await screen.findByText("Amélie Tremblay")).toBeInTheDocument();
    expect(screen.getByText("Amélie Roy", { selector: "pre" })).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Save mine over theirs" }));
    await waitFor(() => { expect(put(server)).toHaveLength(2); });
    expect(put(server)[1]?.headers.get("If-Match")).toBe('"7"');
  });

  it("holds back leaving with changes that are not saved", async () => {
    const { router } = open("1001");
    await userEvent.type(await screen.findByRole("textbox", { name: "Name" }), "x");
    void router.navigate("/elsewhere");
    expect(await screen.findByText("Leave without saving?")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Leave" }));
    expect(await screen.findByText("elsewhere")).toBeInTheDocument();
  });

  it("lets a supervisor look but not change", async () => {
    open("1001", { "GET /session": people.supervisor });
    expect(await screen.findByRole("textbox", { name: "Name" })).toHaveAttribute("readonly");
    expect(screen.queryByRole("button", { name: /More for/ })).not.toBeInTheDocument();
  });
});
