import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { renderUi } from "../../../test/render";
import { fakeServer } from "../../../test/server";
import { TestEvent } from "./TestEvent";

const crm = { url: "https://crm.example/hook", events: ["call.ended"] };

describe("a test event", () => {
  it("goes to the address on the page, and the answer is shown", async () => {
    const server = fakeServer({ "POST /configuration/try/webhook": { delivered: false, status: 503, milliseconds: 12, event: { id: "evt-1", event: "callback.requested", signed: true, body: "{}" }, trouble: null, answer: "later" } });
    renderUi(<TestEvent value={crm} />);
    await userEvent.click(await screen.findByRole("button", { name: "Send" }));
    expect(await screen.findByText("Not taken")).toBeInTheDocument();
    expect(screen.getByText("It answered 503.")).toBeInTheDocument();
    expect(screen.getByText("later")).toBeInTheDocument();
    expect(await server.requests[0]?.json()).toEqual({ value: crm });
  });

  it("needs an address", async () => {
    fakeServer({});
    renderUi(<TestEvent value={{}} />);
    expect(await screen.findByRole("button", { name: "Send" })).toBeDisabled();
  });
});
