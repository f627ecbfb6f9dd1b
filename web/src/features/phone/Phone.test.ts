import { describe, expect, it, vi } from "vitest";
import { FakeLine, fakeMicrophone } from "../../test/fakeLine";
import { NoMicrophone } from "./microphone";
import { Phone, type PhoneParts } from "./Phone";

function started(parts: Partial<PhoneParts> = {}) {
  const lines: FakeLine[] = [];
  const microphone = fakeMicrophone();
  const phone = new Phone({
    makeLine: tell => { const line = new FakeLine(tell); lines.push(line); return line; },
    openMicrophone: () => Promise.resolve(microphone.stream), silence: null, ...parts,
  });
  phone.start();
  const line = lines[0] as FakeLine;
  line.tell({ kind: "connecting" });
  line.tell({ kind: "ready" });
  return { phone, line, lines, microphone };
}

const rings = { kind: "rings", number: "+15145550123", name: "Zoé" } as const;
const denied = { openMicrophone: () => Promise.reject(new NoMicrophone("denied")) };

describe("the phone", () => {
  it("is ready once it is registered, and says while it is lost", () => {
    const { phone, line } = started();
    expect(phone.state.link).toBe("ready");
    line.tell({ kind: "lost" });
    line.tell({ kind: "connecting" });
    expect(phone.state.link).toBe("lost");
    line.tell({ kind: "ready" });
    expect(phone.state.link).toBe("ready");
  });

  it("tells a refusal until it was taken", () => {
    const { phone, line } = started();
    line.tell({ kind: "refused", status: 403 });
    line.tell({ kind: "connecting" });
    expect(phone.state).toMatchObject({ link: "refused", refusal: 403 });
    line.tell({ kind: "ready" });
    expect(phone.state).toMatchObject({ link: "ready", refusal: null });
  });

  it("answers with the microphone, and closes it with the call", async () => {
    const { phone, line, microphone } = started();
    line.tell(rings);
    expect(phone.state.call).toMatchObject({ way: "in", state: "rings", name: "Zoé" });
    await phone.answer();
    expect(line.asked).toContain("answer");
    line.tell({ kind: "talks" });
    expect(phone.state.call?.state).toBe("talking");
    expect(phone.voice).toBe(microphone.stream);
    line.tell({ kind: "ended", ending: "over" });
    expect(phone.state).toMatchObject({ call: null, ending: "over" });
    expect(microphone.track.open).toBe(false);
  });

  it("answers by itself where the server asks for it, in the place of a call that was lost", async () => {
    const { phone, line, microphone } = started();
    line.tell({ ...rings, answersItself: true });
    const answers = () => line.asked.filter(asked => asked === "answer");
    await vi.waitFor(() => { expect(answers()).toHaveLength(1); });
    line.tell({ kind: "talks" });
    line.tell({ kind: "ended", ending: "lost" });
    line.tell({ ...rings, answersItself: true });
    await vi.waitFor(() => { expect(answers()).toHaveLength(2); });
    expect(phone.voice).toBe(microphone.stream);
  });

  it("rings on where there is no microphone, and says why", async () => {
    const { phone, line } = started(denied);
    line.tell(rings);
    await phone.answer();
    expect(phone.state).toMatchObject({ microphone: "denied", call: { state: "rings", number: "+15145550123" } });
    expect(line.asked).not.toContain("answer");
  });

  it("answers without a microphone where it may, to try things out", async () => {
    const { phone, line } = started({ ...denied, silence: () => fakeMicrophone().stream });
    line.tell(rings);
    await phone.answer();
    expect(line.asked).toContain("answer");
    expect(phone.state.microphone).toBe("denied");
  });

  it("closes the microphone where the caller gave up while it was being opened", async () => {
    const { phone, line, microphone } = started();
    line.tell(rings);
    const answering = phone.answer();
    line.tell({ kind: "ended", ending: "cancelled" });
    await answering;
    expect(line.asked).not.toContain("answer");
    expect(microphone.track.open).toBe(false);
  });

  it("calls, rings there, talks and presses keys", async () => {
    const { phone, line } = started();
    await phone.call("+15145550101");
    expect(line.asked).toContain("call +15145550101");
    line.tell({ kind: "rings-there" });
    expect(phone.state.call?.state).toBe("rings-there");
    phone.press("3");
    line.tell({ kind: "talks" });
    phone.press("1");
    expect(line.asked.filter(asked => asked.startsWith("press"))).toEqual(["press 1"]);
  });

  it("calls nobody while it is not registered or in another call", async () => {
    const { phone, line } = started();
    line.tell({ kind: "lost" });
    await phone.call("+15145550101");
    line.tell({ kind: "ready" });
    line.tell(rings);
    await phone.call("+15145550101");
    expect(line.asked).toEqual(["start"]);
  });

  it("answers by itself the call that was asked for, and only that one", async () => {
    const { phone, line } = started();
    phone.expectCall();
    line.tell(rings);
    await Promise.resolve();
    await Promise.resolve();
    expect(line.asked).toContain("answer");
    line.tell({ kind: "ended", ending: "over" });
    line.tell(rings);
    expect(phone.state.call?.state).toBe("rings");
  });

  it("does not answer by itself a call that comes much later", () => {
    const { phone, line } = started();
    phone.expectCall(Date.now() - 60_000);
    line.tell(rings);
    expect(phone.state.call?.state).toBe("rings");
  });

  it("mutes only while talking, and not the next call", async () => {
    const { phone, line } = started();
    line.tell(rings);
    phone.setMuted(true);
    await phone.answer();
    line.tell({ kind: "talks" });
    phone.setMuted(true);
    expect(phone.state.call?.muted).toBe(true);
    line.tell({ kind: "ended", ending: "over" });
    line.tell(rings);
    expect(phone.state.call?.muted).toBe(false);
  });

  it("goes on with another microphone in the middle of a call, muted if it was", async () => {
    const [first, second] = [fakeMicrophone(), fakeMicrophone()];
    const open = [first.stream, second.stream];
    const { phone, line } = started({ openMicrophone: () => Promise.resolve(open.shift() as MediaStream) });
    line.tell(rings);
    await phone.answer();
    line.tell({ kind: "talks" });
    phone.setMuted(true);
    await phone.renewMicrophone();
    expect(line.asked).toContain("microphone");
    expect([first.track.open, second.track.open, second.track.enabled]).toEqual([false, true, false]);
  });

  it("is silent after it was stopped, whatever the old line still tells", () => {
    const { phone, line, lines } = started();
    phone.stop();
    line.tell({ kind: "ready" });
    expect(phone.state.link).toBe("off");
    phone.start();
    expect(lines).toHaveLength(2);
  });
});
