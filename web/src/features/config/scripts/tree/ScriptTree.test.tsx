import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useReducer } from "react";
import { describe, expect, it } from "vitest";
import { editorReducer, startEditor } from "../editor/state";
import { scriptOf } from "../model/convert";
import { move } from "../model/edit";
import { exitsOf } from "../model/testing/exits";
import { sample } from "../model/testing/samples";
import type { Json } from "../model/types";
import { ScriptTree } from "./ScriptTree";

const nothing = { problems: new Map<string, number>(), found: new Set<string>() };

function Tree({ value = sample }: { value?: Json }) {
  const [state, dispatch] = useReducer(editorReducer, value, (start) => startEditor(scriptOf(start)));
  const { script, selected } = state.history.present;
  return (
    <MantineProvider>
      <ScriptTree
        {...nothing} label="Objects" script={script} selected={selected} collapsed={state.collapsed} exitsOf={exitsOf} rowHeight={34}
        commands={{
          select: (key) => { dispatch({ kind: "select", key }); },
          toggle: (key, open) => { dispatch({ kind: "toggle", key, ...(open === undefined ? {} : { open }) }); },
          edit: () => undefined, key: () => false,
          move: (id, place) => { dispatch({ kind: "edit", change: (s) => move(s, id, place), at: 0 }); },
        }}
      />
    </MantineProvider>
  );
}

const tree = () => screen.getByRole("tree", { name: "Objects" });
const chosen = () => screen.getByRole("treeitem", { selected: true });

describe("the tree of a script", () => {
  it("has every object and exit with its level, and says what empty exits do", () => {
    render(<Tree />);
    expect(screen.getByRole("treeitem", { name: /When somebody calls/ })).toHaveAttribute("aria-level", "1");
    const voicemail = screen.getByRole("treeitem", { name: /Forward to Voicemail/ });
    expect(voicemail).toHaveAttribute("aria-level", "4");
    expect(screen.getAllByText("hangs up")).toHaveLength(3);
    expect(screen.getAllByText("goes round the loop")).toHaveLength(2);
  });

  it("moves the selection by the arrows, closes and opens", async () => {
    render(<Tree />);
    tree().focus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(chosen()).toHaveTextContent("Forward to Queue");
    expect(tree()).toHaveAttribute("aria-activedescendant", chosen().id);
    await userEvent.keyboard("{ArrowLeft}");
    expect(chosen()).toHaveAttribute("aria-expanded", "false");
    expect(screen.queryByText("Forward to Voicemail")).toBeNull();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    expect(chosen()).toHaveTextContent("queue full");
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(chosen()).toHaveTextContent("Forward to Queue");
    await userEvent.keyboard("{End}");
    expect(chosen()).toHaveTextContent("failed");
    await userEvent.keyboard("{Home}");
    expect(chosen()).toHaveTextContent("When somebody calls");
  });

  it("goes from a goto to its label, and from a label to what leads there", async () => {
    render(<Tree />);
    await userEvent.click(screen.getByRole("button", { name: "→ Operateur" }));
    expect(chosen()).toHaveTextContent("LabelOperateur");
    await userEvent.click(within(chosen()).getByRole("button", { name: "1 goto leads here" }));
    expect(chosen()).toHaveTextContent("Goto→ Operateur");
  });

  it("draws only what is in sight of a thousand objects", () => {
    const many: Json = { main: Array.from({ length: 1_000 }, (_, at) => ({ type: "say", text: [{ en: `Number ${String(at)}` }] })) };
    render(<Tree value={many} />);
    expect(screen.getAllByRole("treeitem").length).toBeLessThan(120);
    expect(screen.getByText(/Number 0/)).toBeInTheDocument();
    expect(screen.getAllByRole("treeitem")[1]).toHaveAttribute("aria-setsize", "1000");
    Object.defineProperty(tree(), "clientHeight", { value: 680 });
    tree().scrollTop = 500 * 34;
    fireEvent.scroll(tree());
    expect(screen.getByText(/Number 505/)).toBeInTheDocument();
    expect(screen.queryByText(/Number 0”/)).toBeNull();
  });
});
