import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { DeskCall, Offer, Work, WrapUp } from "../../api/work";
import { FakeLine, fakeMicrophone } from "../../test/fakeLine";
import { people } from "../../test/people";
import { renderUi } from "../../test/render";
import { fakeServer, noContent, problem } from "../../test/server";
import { Phone } from "../phone/Phone";
import { noPhone, PhoneContext } from "../phone/PhoneContext";
import { Desk } from "./Desk";

const now = Date.now();
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();
const idle: Work = {
  agent: "1001", name: "Amélie Tremblay", status: "available", code: null, since: ago(125), next: null, reachable: true, connection: "browser",
  offer: null, call: null, wrapUp: null, work: null, queue: null, number: null, callback: null, interaction: null,
};
const offer: Offer = {
  id: "o-1", kind: "callback", interaction: "i-2", callback: "cb-1", queue: "nurse-callbacks", queueName: "Rappels infirmières", number: "+15145550123",
  name: "Zoé Côté", language: "fr", at: ago(2), deadline: ago(-18), seconds: 20, ringing: true, mayReject: true,
};
const callback: Work["callback"] = {
  id: "cb-1", status: "offering", number: "+15145550123", name: "Zoé Côté", language: "fr", queue: "nurse-callbacks", inboundQueue: "nurses", inboundQueueName: "Infirmières-conseils", queueName: "Rappels infirmières", origin: "script",
  askedAt: ago(600), waitingSince: ago(780), waitedSeconds: 780, toldWaitSeconds: 300, window: null, attempt: 2, attempts: 3,
  earlier: [{ serial: 1, number: 1, agent: "1002", begunAt: ago(300), rungAt: null, answeredAt: null, endedAt: null, outcome: "busy", usesAttempt: true, sipStatus: 486 }],
  notes: [{ at: ago(100), who: "marie", text: "Speak slowly." }], variables: { "customer.accountNumber": "123456" }, mayDismiss: false,
};
const call: DeskCall = {
  interaction: "i-2", callback: "cb-1", kind: "callback", queue: "nurse-callbacks", queueName: "Rappels infirmières", number: "+15145550123", name: "Zoé Côté",
  language: "fr", state: "talking", since: ago(5), answeredAt: ago(5), recording: null, consult: null, watchedBy: null, may: ["hold", "keys", "transfer", "consult", "hang-up"],
};
const wrapUp: WrapUp = {
  interaction: "i-2", callback: "cb-1", since: ago(2), deadline: ago(-28), codes: { list: "topics", mandatory: true, most: 6, chosen: [] }, note: null, holds: true,
  outcomes: ["voicemail-reached", "wrong-number", "call-again"],
};

function shown(work: Partial<Work>, { inBrowser = true, more = {} }: { inBrowser?: boolean; more?: Record<string, unknown> } = {}) {
  const lines: FakeLine[] = [];
  const phone = new Phone({ makeLine: tell => { const line = new FakeLine(tell); lines.push(line); return line; }, openMicrophone: () => Promise.resolve(fakeMicrophone().stream), silence: null });
  phone.start();
  const line = lines[0] as FakeLine;
  line.tell({ kind: "ready" });
  if (work.offer) line.tell({ kind: "rings", number: "1", name: null });
  const server = fakeServer({
    "GET /session": people.agent, "GET /agents/1001/work": { ...idle, ...work }, "GET /status": { name: "AcmeHealth", at: new Date(now).toISOString() },
    "GET /agents/1001/codes": { statuses: [{ code: "lunch", name: "Lunch", status: "on-break" }], lists: [{ list: "topics", name: "Topics", codes: [{ code: "rx", name: "Prescription" }, { code: "fever", name: "Fever" }] }] },
    "GET /agents/1001/targets": { agents: [{ agent: "1002", name: "Mathieu Gagnon", status: "available", reachable: true }], queues: [{ queue: "nurses", name: "Infirmières-conseils", waiting: 2 }] },
    ...more,
  });
  renderUi(
    <PhoneContext value={{ ...noPhone, ...phone.state, phone, holder: "mine" }}>
      <Desk agent="1001" inBrowser={inBrowser} setInBrowser={() => undefined} />
    </PhoneContext>,
  );
  const sent = async (what: string) => {
    await waitFor(() => { expect(server.requests.map(request => `${request.method} ${new URL(request.url).pathname.replace("/api/v1/agents/1001/", "")}`)).toContain(what); });
    const request = server.requests.find(one => one.method !== "GET" && one.url.endsWith(what.split(" ")[1] ?? ""));
    const text = await request?.text();
    return text ? (JSON.parse(text) as unknown) : undefined;
  };
  return { line, server, sent };
}

describe("the workspace", () => {
  it("shows what the agent should know of a callback before taking it", async () => {
    shown({ status: "offered", offer, callback });
    const card = await screen.findByRole("region", { name: "Callback" });
    for (const words of ["Zoé Côté", "+1 514 555-0123", "2 of 3", "13 min", "5 min", /line busy/, "Speak slowly.", "123456", "French", "Rappels infirmières"]) {
      expect(within(card).getByText(words)).toBeInTheDocument();
    }
    expect(await within(card).findByText("Infirmières-conseils")).toBeInTheDocument();
    expect(within(card).getByRole("timer", { name: "Seconds left" })).toHaveTextContent(/1[78]/);
    expect(document.title).toContain("Callback");
  });

  it("accepts on the phone of this page", async () => {
    const { line } = shown({ status: "offered", offer, callback });
    await userEvent.click(await screen.findByRole("button", { name: "Accept" }));
    await waitFor(() => { expect(line.asked).toContain("answer"); });
  });

  it("accepts and rejects by key", async () => {
    const { line, sent } = shown({ status: "offered", offer, callback }, { more: { "POST /agents/1001/offer/reject": noContent() } });
    await screen.findByRole("button", { name: "Accept" });
    await userEvent.keyboard("a");
    await waitFor(() => { expect(line.asked).toContain("answer"); });
    await userEvent.keyboard("r");
    await sent("POST offer/reject");
  });

  it("says that the desk phone rings, and offers no button that could not do it", async () => {
    shown({ status: "offered", offer: { ...offer, mayReject: false }, callback }, { inBrowser: false });
    expect(await screen.findByText("Your desk phone rings: accept there.")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Accept" })).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Reject" })).not.toBeInTheDocument();
  });

  it("goes on break with a reason", async () => {
    const { sent } = shown({}, { more: { "PUT /agents/1001/status": noContent() } });
    await userEvent.click(await screen.findByRole("button", { name: "Break", expanded: false }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Lunch" }));
    expect(await sent("PUT status")).toEqual({ status: "on-break", code: "lunch" });
  });

  it("shows how the dialling goes", async () => {
    shown({ status: "busy", call: { ...call, state: "ringing", answeredAt: null, may: ["hang-up"] } });
    expect(within(await screen.findByRole("list", { name: "Progress" })).getByText("Their phone rings").closest("li")).toHaveAttribute("aria-current", "step");
    expect(screen.queryByRole("button", { name: "Hold" })).not.toBeInTheDocument();
  });

  it("holds, and hands over to who is searched for", async () => {
    const { sent } = shown({ status: "busy", call, callback }, { more: { "POST /agents/1001/call/hold": noContent(), "POST /agents/1001/call/transfer": noContent() } });
    await userEvent.click(await screen.findByRole("button", { name: "Hold" }));
    await sent("POST call/hold");
    await userEvent.keyboard("t");
    await userEvent.click(await screen.findByRole("button", { name: /Mathieu Gagnon/ }));
    expect(await sent("POST call/transfer")).toEqual({ to: { agent: "1002" } });
  });

  it("keeps keys for typing where somebody types", async () => {
    const { server } = shown({ status: "busy", call, callback });
    await userEvent.click(await screen.findByRole("button", { name: "Transfer" }));
    await userEvent.type(await screen.findByLabelText(/Name or number/), "hear me");
    expect(server.requests.filter(request => request.method !== "GET")).toEqual([]);
  });

  it("consults, and offers what may follow", async () => {
    const consult: DeskCall["consult"] = { target: "1002", targetName: "Mathieu Gagnon", state: "talking", why: null };
    const { sent } = shown({ status: "busy", call: { ...call, consult, may: ["consult/complete", "consult/swap", "consult/cancel"] } }, { more: { "POST /agents/1001/call/consult/swap": noContent() } });
    const panel = await screen.findByRole("region", { name: "Consultation" });
    expect(within(panel).queryByRole("button", { name: "All three" })).not.toBeInTheDocument();
    await userEvent.click(within(panel).getByRole("button", { name: "Swap" }));
    await sent("POST call/consult/swap");
  });

  it("keeps the wrap-up until a code is given, and takes the outcome", async () => {
    const { sent } = shown({ status: "wrap-up", wrapUp, callback }, { more: { "PUT /agents/1001/wrap-up": noContent(), "POST /agents/1001/callback-outcome": noContent() } });
    expect(await screen.findByRole("button", { name: "Finish" })).toBeDisabled();
    await userEvent.click(await screen.findByLabelText("Fever"));
    expect(await sent("PUT wrap-up")).toEqual({ codes: ["fever"] });
    await userEvent.click(screen.getByRole("button", { name: "Voicemail reached" }));
    expect(await sent("POST callback-outcome")).toEqual({ outcome: "voicemail-reached" });
  });

  it("keeps a note that is written in the call, and one that is still being written when the call ends", async () => {
    const said: Work["said"] = { codes: { list: "topics", mandatory: true, most: 6, chosen: [] }, note: null, outcomes: ["voicemail-reached"], outcome: "voicemail-reached" };
    const { sent, server } = shown({ status: "busy", call, callback, said }, { more: { "PUT /agents/1001/wrap-up": noContent(), "POST /agents/1001/callback-outcome": noContent() } });
    await userEvent.type(await screen.findByLabelText("Note"), "Fever");
    expect(await sent("PUT wrap-up")).toEqual({ note: "Fever" });
    expect(screen.getByRole("button", { name: "Voicemail reached" })).toHaveAttribute("aria-pressed", "true");
    await userEvent.click(screen.getByRole("button", { name: "Voicemail reached" }));
    expect(await sent("POST callback-outcome")).toEqual({ outcome: "completed" });

    await userEvent.type(screen.getByLabelText("Note"), " and cough");
    server.on("GET /agents/1001/work", { ...idle, status: "wrap-up", wrapUp: { ...wrapUp, note: "Fever" } });
    window.dispatchEvent(new Event("pagehide"));
    expect(screen.getByLabelText("Note")).toHaveFocus();
    const last = () => server.requests.filter(request => request.url.endsWith("/wrap-up")).at(-1);
    await waitFor(() => { expect(server.requests.filter(request => request.url.endsWith("/wrap-up"))).toHaveLength(2); });
    expect(await last()?.json()).toEqual({ note: "Fever and cough" });
    expect(last()?.keepalive).toBe(true);
  });

  it("says that the phone is being connected again, and that nothing need be done", async () => {
    shown({ status: "busy", call: { ...call, state: "reconnecting", may: ["transfer", "hang-up"] } });
    expect(await screen.findByText("Your phone is being connected again")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Transfer" })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Speak with the customer" })).not.toBeInTheDocument();
  });

  it("finishes the wrap-up with the note that is being written", async () => {
    const { sent } = shown({ status: "wrap-up", wrapUp: { ...wrapUp, holds: false } }, { more: { "PUT /agents/1001/wrap-up": noContent() } });
    await userEvent.type(await screen.findByLabelText("Note"), "Will send papers");
    await userEvent.tab();
    expect(await sent("PUT wrap-up")).toEqual({ note: "Will send papers" });
  });

  it("says what was refused", async () => {
    shown({ status: "busy", call }, { more: { "POST /agents/1001/call/hold": problem(409, { code: "not-in-state", detail: "The customer has gone." }) } });
    await userEvent.click(await screen.findByRole("button", { name: "Hold" }));
    expect(await screen.findByText("The customer has gone.")).toBeInTheDocument();
  });

  it("lists the keys", async () => {
    shown({});
    await screen.findByRole("heading", { name: "Ready" });
    await userEvent.keyboard("?");
    expect(await screen.findByText("Accept the offer")).toBeInTheDocument();
  });
});
