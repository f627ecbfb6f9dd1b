import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { renderUi } from "../../../test/render";
import { ImportContactsDialog } from "./ImportContactsDialog";

describe("importing contacts", () => {
  it("shows what is wrong before anything counts, and takes the rest", async () => {
    const onImport = vi.fn();
    renderUi(<ImportContactsDialog existing={new Set(["+15145550199"])} onImport={onImport} onClose={() => undefined} />);
    const dialog = await screen.findByRole("dialog");
    await userEvent.click(within(dialog).getByLabelText("Or paste here"));
    await userEvent.paste("number,name,tier\n514 555-0123,Ada,gold\n12,Bob,\n5145550199,Eve,\n");
    expect(within(dialog).getByText(/1 contact can be imported/)).toBeInTheDocument();
    expect(within(dialog).getByText(/2 lines have a problem/)).toBeInTheDocument();
    expect(within(dialog).getByText("Is in the list already")).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole("button", { name: "Import 1 contact" }));
    expect(onImport).toHaveBeenCalledWith([{ number: "+15145550123", name: "Ada", variables: { tier: "gold" } }]);
  });
});
