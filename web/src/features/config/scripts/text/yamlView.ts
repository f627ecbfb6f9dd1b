import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { nonce } from "../../../../app/nonce";

interface Handlers {
  readonly typed: (text: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

// Marks what comes from the tree, so that it is not taken for typing.
const fromTree = Annotation.define<boolean>();

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--rappel-accent)", fontWeight: "560" },
  { tag: tags.comment, color: "var(--rappel-quiet)", fontStyle: "italic" },
  { tag: [tags.string, tags.special(tags.string)], color: "light-dark(#7a3db5, #d5b0ff)" },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: "light-dark(#1c5bb8, #9cc4ff)" },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: "var(--rappel-quiet)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--rappel-card)", color: "var(--rappel-text)", fontSize: "13.5px" },
  ".cm-scroller": { fontFamily: "var(--mantine-font-family-monospace)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--rappel-text)" },
  ".cm-cursor": { borderLeftColor: "var(--rappel-text)" },
  ".cm-gutters": { backgroundColor: "var(--rappel-card)", color: "var(--rappel-quiet)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--rappel-accent-ground) 45%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--rappel-accent-ground)" },
  ".cm-panels": { backgroundColor: "var(--rappel-plain-ground)", color: "var(--rappel-text)" },
  ".cm-tooltip": { backgroundColor: "var(--rappel-card)", color: "var(--rappel-text)", border: "1px solid var(--rappel-edge)", maxWidth: "420px" },
});

/** An editor of YAML in a place of the page. It keeps no history of its own: undo is the page's, of text and tree alike. */
export function startYaml(parent: HTMLElement, label: string, { typed, undo, redo }: Handlers): EditorView {
  const run = (deed: () => void) => () => { deed(); return true; };
  return new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        ...(nonce === "" ? [] : [EditorView.cspNonce.of(nonce)]),
        lineNumbers(), foldGutter(), lintGutter(), drawSelection(), highlightActiveLine(), highlightSelectionMatches(), bracketMatching(), indentOnInput(), EditorView.lineWrapping,
        indentUnit.of("  "), EditorState.tabSize.of(2), yaml(), syntaxHighlighting(colours), search({ top: true }), look,
        keymap.of([
          { key: "Mod-z", run: run(undo), preventDefault: true }, { key: "Mod-y", run: run(redo), preventDefault: true },
          { key: "Mod-Shift-z", run: run(redo), preventDefault: true }, ...searchKeymap, ...defaultKeymap, indentWithTab,
        ]),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((one) => one.annotation(fromTree))) {
            typed(update.state.doc.toString());
          }
        }),
      ],
    }),
  });
}

/** Shows a text, changing only what differs, so that the cursor and the scroll stay where they were. */
export function takeText(view: EditorView, text: string): void {
  const old = view.state.doc.toString();
  if (old === text) {
    return;
  }
  let from = 0;
  while (from < old.length && from < text.length && old[from] === text[from]) { from++; }
  let behind = 0;
  while (behind < old.length - from && behind < text.length - from && old.at(-1 - behind) === text.at(-1 - behind)) { behind++; }
  view.dispatch({
    changes: { from, to: old.length - behind, insert: text.slice(from, text.length - behind) },
    annotations: [fromTree.of(true), Transaction.addToHistory.of(false)],
  });
}

/** Marks the lines that something is wrong with. */
export function showProblems(view: EditorView, problems: readonly { line: number; message: string }[]): void {
  view.dispatch(setDiagnostics(view.state, problems.map(({ line, message }) => {
    const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
    const indent = at.text.length - at.text.trimStart().length;
    return { from: at.from + indent, to: at.to, severity: "error", message };
  })));
}
