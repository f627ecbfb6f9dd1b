import { Alert, Center, Loader } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import type { EditorView } from "@codemirror/view";
import type { Problem } from "../../../../api/types";
import { useEditor } from "../editor/EditorContext";
import { sentence } from "../editor/problems";
import type { PreviewState } from "../editor/usePreview";
import type { ScriptEditorHandle } from "../editor/useScriptEditor";
import { useWording } from "../words";
import { showProblems, startYaml, takeText } from "./yamlView";
import classes from "./text.module.css";

interface Props {
  readonly handle: ScriptEditorHandle;
  readonly preview: PreviewState;
}

/** The script as YAML. What is typed comes into the tree, what is done in the tree into the text, and one undo takes back either. */
export default function TextPane({ handle, preview }: Props) {
  const { t } = useWording();
  const { placed } = useEditor();
  const { draft, dispatch, undo, redo } = handle;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const shown = draft.text !== null;
  const problems = useMemo<readonly Problem[]>(
    () => (preview.unreadable.length > 0 ? preview.unreadable : placed.map((one) => one.problem)), [preview.unreadable, placed]);

  useEffect(() => {
    if (!place.current) {
      return;
    }
    const made = startYaml(place.current, t("text.label"), {
      typed: (text) => { dispatch({ kind: "type", text, at: performance.now() }); },
      undo, redo,
    });
    view.current = made;
    return () => { made.destroy(); view.current = null; };
  }, [t, dispatch, undo, redo]);

  useEffect(() => {
    if (view.current && draft.text !== null) {
      takeText(view.current, draft.text);
    }
  }, [draft.text, t]);

  useEffect(() => {
    if (view.current) {
      showProblems(view.current, problems.map((problem) => ({ line: problem.line ?? 1, message: sentence(problem) })));
    }
  }, [problems, draft.text]);

  return (
    <div className={classes.pane}>
      {preview.unreadable.length > 0 && <Alert color="red" p="xs" radius={0}>{t("text.unreadable")}</Alert>}
      {!shown && <Center className={classes.loading}><Loader size="sm" aria-label={t("page.loading")} /></Center>}
      <div ref={place} className={classes.text} />
    </div>
  );
}
