import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { renderUi } from "../../../test/render";
import { readWeek, writeWeek, type Week, type Weekly } from "./week";
import { WeekGrid } from "./WeekGrid";

let written: Weekly = {};
const write = (week: Week) => { written = writeWeek({ week, unread: {} }); };

function Page({ weekly }: { weekly: Weekly }) {
  const [week, setWeek] = useState(readWeek(weekly).week);
  return <WeekGrid week={week} onChange={(changed) => { setWeek(changed); write(changed); }} />;
}

const office: Weekly = { monday: [{ hours: "08:00-12:00" }] };

describe("the grid of a week, without a mouse", () => {
  it("moves hours, stretches them, numbers them and removes them", async () => {
    renderUi(<Page weekly={office} />);
    const block = await screen.findByRole("button", { name: "Monday, 08:00–12:00, Open" });
    block.focus();
    await userEvent.keyboard("{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}3");
    expect(written).toEqual({ monday: [{ hours: "08:30-13:30", treatment: 3 }] });
    await userEvent.keyboard("{Delete}");
    expect(written).toEqual({});
  });

  it("adds hours to a day by its menu, to the minute", async () => {
    renderUi(<Page weekly={{}} />);
    await userEvent.click(await screen.findByRole("button", { name: "Friday: what to do" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Add hours" }));
    const dialog = await screen.findByRole("dialog", { name: "Add hours: Friday" });
    await userEvent.clear(within(dialog).getByLabelText(/^From/));
    await userEvent.type(within(dialog).getByLabelText(/^From/), "22:15");
    await userEvent.clear(within(dialog).getByLabelText(/^To/));
    await userEvent.type(within(dialog).getByLabelText(/^To/), "02:05");
    expect(within(dialog).getByText("Runs past midnight into Saturday.")).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole("button", { name: "Apply" }));
    expect(written).toEqual({ friday: [{ hours: "22:15-02:05" }] });
  });

  it("refuses hours that end when they begin", async () => {
    renderUi(<Page weekly={office} />);
    await userEvent.click(await screen.findByRole("button", { name: "Monday, 08:00–12:00, Open" }));
    const dialog = await screen.findByRole("dialog");
    await userEvent.clear(within(dialog).getByLabelText(/^To/));
    await userEvent.type(within(dialog).getByLabelText(/^To/), "08:00");
    expect(within(dialog).getByRole("button", { name: "Apply" })).toBeDisabled();
    expect(within(dialog).getByText(/Ends when it begins/)).toBeInTheDocument();
  });

  it("copies a day to the others of the working week", async () => {
    renderUi(<Page weekly={{ ...office, sunday: [{ hours: "10:00-11:00" }] }} />);
    await userEvent.click(await screen.findByRole("button", { name: "Monday: what to do" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Copy to other days…" }));
    await userEvent.click(await screen.findByRole("button", { name: "Copy" }));
    expect(Object.keys(written)).toEqual(["monday", "tuesday", "wednesday", "thursday", "friday", "sunday"]);
    expect(written.friday).toEqual([{ hours: "08:00-12:00" }]);
    expect(written.sunday).toEqual([{ hours: "10:00-11:00" }]);
  });
});
