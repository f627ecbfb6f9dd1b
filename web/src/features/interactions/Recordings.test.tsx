import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { people } from "../../test/people";
import { renderUi } from "../../test/render";
import { fakeServer, noContent, problem } from "../../test/server";
import { Recordings } from "./Recordings";

const kept = {
  id: "r-5", interaction: "i-1", callback: null, queue: "nurses", agent: "1001", at: "2026-01-05T15:00:00Z", lengthSeconds: 75, state: "kept",
  expiresAt: "2999-04-05T15:00:00Z",
};
const draw = (recordings: object[], session: object = people.administrator) => {
  const server = fakeServer({ "GET /session": session, "GET /recordings": { items: recordings } });
  renderUi(<Recordings interactions={["i-1"]} />);
  return server;
};
const sound = () => document.querySelector("audio") as HTMLAudioElement;

describe("the recordings of a call", () => {
  beforeEach(() => {
    vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
    vi.spyOn(HTMLMediaElement.prototype, "pause").mockReturnValue();
  });
  afterEach(() => { vi.restoreAllMocks(); });

  it("tell how long they are before anything is fetched, and begin where one chose", async () => {
    draw([kept]);
    expect(await screen.findByText("0:00 / 1:15")).toBeInTheDocument();
    expect(sound()).toHaveAttribute("src", "/api/v1/recordings/r-5/audio");
    expect(sound()).toHaveAttribute("preload", "none");
    fireEvent.change(screen.getByRole("slider", { name: "Position" }), { target: { value: "40" } });
    expect(screen.getByText("0:40 / 1:15")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Play" }));
    fireEvent.loadedMetadata(sound());
    expect(sound().currentTime).toBe(40);
  });

  it("play faster", async () => {
    draw([kept]);
    await userEvent.click(await screen.findByRole("button", { name: "Speed: 1 times" }));
    expect(sound().playbackRate).toBe(1.25);
  });

  it("say why they cannot be played", async () => {
    const server = draw([kept]);
    await screen.findByText("0:00 / 1:15");
    server.on("GET /recordings/r-5/audio", problem(403, { detail: "You may not listen to recordings." }));
    fireEvent.error(sound());
    expect(await screen.findByText("You may not listen to recordings.")).toBeInTheDocument();
  });

  it("say of a deleted one that it is", async () => {
    draw([{ ...kept, state: "deleted" }]);
    expect(await screen.findByText("Deleted by hand. The audit log says by whom.")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Play" })).not.toBeInTheDocument();
  });

  it("are deleted after one was asked, by who may", async () => {
    const server = draw([kept]);
    server.on("DELETE /recordings/r-5", noContent());
    await userEvent.click(await screen.findByRole("button", { name: "Delete the recording" }));
    await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Delete the recording" }));
    await waitFor(() => { expect(server.requests.some(request => request.method === "DELETE")).toBe(true); });
  });

  it("are nobody's who may not listen", async () => {
    const server = draw([kept], people.agent);
    await waitFor(() => { expect(server.requests.length).toBeGreaterThan(0); });
    expect(screen.queryByText("0:00 / 1:15")).not.toBeInTheDocument();
    expect(server.requests.some(request => request.url.includes("/recordings"))).toBe(false);
  });
});
