import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { OwnRequest } from "../shared/types";
import { CustomerPage } from "./CustomerPage";

const request: OwnRequest = {
  tenant: "AcmeHealth", status: "waiting", final: false, number: "+1514•••••42", name: null, language: "fr", requestedAt: "2026-03-02T14:00:00Z", window: null,
  nextAt: null, expiresAt: "2026-03-02T18:00:00Z", endedAt: null, ahead: 2, expectedAt: null, open: true, mayChange: true, timeZone: "America/Toronto",
  windows: [{ from: "2026-03-03T15:00:00Z", until: "2026-03-03T16:00:00Z" }],
};

/** Answers in turn; what was asked is returned. */
function server(...answers: [number, unknown][]) {
  const asked: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    asked.push({ method: init.method ?? "GET", path, body: typeof init.body === "string" ? JSON.parse(init.body) : null });
    const [status, body] = answers[Math.min(asked.length, answers.length) - 1] ?? [500, {}];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return asked;
}

describe("the customer's page", () => {
  it("speaks the request's language, and the other on demand", async () => {
    server([200, request]);
    render(<CustomerPage signed="abc" />);
    expect(await screen.findByText("2 personnes vous précèdent.")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "English" }));
    expect(screen.getByText("2 people are ahead of you.")).toBeInTheDocument();
  });

  it("reads a new number back before it is changed", async () => {
    const asked = server([200, request], [200, { number: "+14385550177" }], [200, request]);
    render(<CustomerPage signed="abc" />);
    await userEvent.click(await screen.findByRole("button", { name: "Changer le numéro" }));
    await userEvent.type(screen.getByLabelText("Votre numéro de téléphone"), "438 555 0177");
    await userEvent.click(screen.getByRole("button", { name: "Suivant" }));
    expect(await screen.findByText("+1 438 555-0177")).toBeInTheDocument();
    expect(asked.map(({ method }) => method)).toEqual(["GET", "POST"]);
    await userEvent.click(screen.getByRole("button", { name: /^Oui/ }));
    expect(await screen.findByText("Le numéro est changé.")).toBeInTheDocument();
    expect(asked.at(-1)).toEqual({ method: "PUT", path: "/api/v1/public/requests/abc", body: { number: "+14385550177" } });
  });

  it("cancels only after it has asked", async () => {
    const asked = server([200, request], [200, { ...request, status: "cancelled", final: true, mayChange: false }]);
    render(<CustomerPage signed="abc" />);
    await userEvent.click(await screen.findByRole("button", { name: "Annuler le rappel" }));
    expect(asked).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: "Oui, annuler" }));
    expect(await screen.findByText(/Ce rappel est annulé/)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Changer le numéro" })).not.toBeInTheDocument();
  });

  it("says clearly that a link is not good", async () => {
    server([404, { code: "bad-link" }]);
    render(<CustomerPage signed="abc" />);
    expect(await screen.findByRole("alert")).toHaveTextContent(/(link does not work|lien ne fonctionne pas)/);
  });
});
