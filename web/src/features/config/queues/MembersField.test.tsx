import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../api/types";
import { renderUi } from "../../../test/render";
import { fakeServer } from "../../../test/server";
import { MembersField } from "./MembersField";

const agents = Array.from({ length: 30 }, (_, index) => ({ key: String(1001 + index), name: `Agent ${String(index)}`, value: {}, etag: '"1"', state: "unchanged", problems: 0 }));
let written: Json | undefined;
const write = (value: Json | undefined) => { written = value; };

function Page({ members }: { members: Json }) {
  const [value, setValue] = useState<Json | undefined>(members);
  return <MembersField field={{ name: "members", kind: "list", required: true }} value={value} onChange={(changed) => { setValue(changed); write(changed); }} pointer="/inboundQueues/q/members" scope="inboundQueues.members" />;
}

const answers = { "GET /configuration/draft/agents": { items: agents, total: agents.length, next: null } };

describe("the members of a queue", () => {
  it("are added many at once, with the skill chosen for all of them", async () => {
    fakeServer(answers);
    renderUi(<Page members={[{ agent: "1001", skill: 8 }]} />);
    await userEvent.click(await screen.findByRole("button", { name: "Add agents" }));
    const dialog = await screen.findByRole("dialog");
    await userEvent.type(within(dialog).getByRole("searchbox"), "Agent 1");
    await userEvent.click(await within(dialog).findByRole("checkbox", { name: "All 11" }));
    const skill = within(dialog).getByLabelText("Skill");
    await userEvent.clear(skill);
    await userEvent.type(skill, "9");
    await userEvent.click(within(dialog).getByRole("button", { name: "Add 11 agents" }));
    expect(written).toHaveLength(12);
    expect((written as Json[])[0]).toEqual({ agent: "1001", skill: 8 });
    expect((written as Json[])[1]).toEqual({ agent: "1002", skill: 9 });
  });

  it("are shown page by page and found by name", async () => {
    fakeServer(answers);
    renderUi(<Page members={agents.map((agent) => ({ agent: agent.key }))} />);
    expect(await screen.findByText("Agent 3")).toBeInTheDocument();
    expect(screen.getAllByRole("row")).toHaveLength(26);
    await userEvent.type(screen.getByRole("searchbox"), "1030");
    expect(await screen.findByText("Agent 29")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Remove Agent 29" }));
    expect(written).toHaveLength(29);
  });

  it("stop taking calls where they are switched off", async () => {
    fakeServer(answers);
    renderUi(<Page members={["1001"]} />);
    await userEvent.click(await screen.findByRole("switch", { name: "Agent 0 takes calls of this queue" }));
    expect(written).toEqual([{ agent: "1001", enabled: false }]);
  });
});
