import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { renderUi } from "../../../test/render";
import { fakeServer } from "../../../test/server";
import { DialPlanRules } from "./DialPlanRules";
import type { DialPlanValue } from "./dialPlan";

const plan: DialPlanValue = { rules: [{ pattern: "9.*", refuse: "no" }, { pattern: "(\\d{10})", dial: "+1$1", trunk: "carrier" }, { pattern: "0.*", refuse: "no" }] };
let written: DialPlanValue = {};
const write = (value: DialPlanValue) => { written = value; };

function Page() {
  const [value, setValue] = useState(plan);
  return <DialPlanRules value={value} setValue={(changed) => { setValue(changed); write(changed); }} pointer="/dialPlans/x" objectKey="x" isNew={false} problems={[]} readOnly={false} keyInput={null} />;
}

const answers = {
  "POST /configuration/try/dial-plan": {
    cleaned: "5145550123", rules: [{ index: 0, matched: false }, { index: 1, matched: true }, { index: 2, matched: false }], rule: 1, number: "+15145550123", trunk: "carrier", timeZone: "America/Toronto",
  },
  "GET /configuration/draft/trunks/carrier": { section: "trunks", key: "carrier", value: { name: "Carrier" }, etag: '"1"', state: "unchanged", usedBy: [], problems: [] },
};

describe("a dial plan", () => {
  it("is tried as it stands on the page, and shows what a number meets", async () => {
    const server = fakeServer(answers);
    renderUi(<Page />);
    await userEvent.type(await screen.findByRole("textbox", { name: "Number" }), "514 555-0123");
    expect(await screen.findByText("+15145550123 is dialled")).toBeInTheDocument();
    expect(screen.getByText(/over the trunk carrier/)).toBeInTheDocument();
    const rules = screen.getAllByRole("listitem");
    expect(within(rules[0] as HTMLElement).getByText("passed over")).toBeInTheDocument();
    expect(within(rules[1] as HTMLElement).getByText("applies")).toBeInTheDocument();
    expect(within(rules[2] as HTMLElement).queryByText("passed over")).toBeNull();
    const asked = server.requests.filter((request) => request.url.endsWith("/try/dial-plan")).at(-1);
    expect(await asked?.json()).toEqual({ value: plan, number: "514 555-0123" });
  });

  it("has its rules moved with the keyboard, the focus going with them", async () => {
    fakeServer(answers);
    renderUi(<Page />);
    const down = await screen.findByRole("button", { name: "Rule 1: move down" });
    down.focus();
    await userEvent.keyboard("{Enter}");
    expect(written.rules?.map((rule) => rule.pattern)).toEqual(["(\\d{10})", "9.*", "0.*"]);
    expect(screen.getByRole("button", { name: "Rule 2: move up" })).toHaveFocus();
    expect(screen.getByText("Rule 1 is now rule 2")).toBeInTheDocument();
  });

  it("says what is wrong with a pattern and with what is dialled while they are typed", async () => {
    fakeServer(answers);
    renderUi(<Page />);
    const pattern = await screen.findByRole("textbox", { name: "Rule 2: Pattern" });
    await userEvent.clear(pattern);
    await userEvent.type(pattern, "(\\d");
    expect(screen.getByText("The parenthesis at character 1 is never closed")).toBeInTheDocument();
    await userEvent.clear(pattern);
    await userEvent.type(pattern, "\\d+");
    expect(screen.getByText("The pattern has no group $1")).toBeInTheDocument();
  });

  it("forgets the trunk of a rule that refuses", async () => {
    fakeServer(answers);
    renderUi(<Page />);
    const rule = (await screen.findAllByRole("listitem"))[1] as HTMLElement;
    await userEvent.click(within(rule).getByRole("radio", { name: "Refuse" }));
    expect(written.rules?.[1]).toEqual({ pattern: "(\\d{10})", refuse: "" });
  });
});
