import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { ConflictDialog } from "../../../../ui/editor/ConflictDialog";
import { UnsavedDialog } from "../../../../ui/editor/UnsavedDialog";
import { valueOf } from "../model/convert";
import { move } from "../model/edit";
import { closableRows } from "../tree/rows";
import { sessionReducer, startSession } from "../trial/session";
import { ScriptTree, type TreeCommands } from "../tree/ScriptTree";
import { useWording } from "../words";
import { SaveProblem } from "./SaveProblem";
import { EditorBar } from "./EditorBar";
import { useEditor } from "./EditorContext";
import { deedOfKey } from "./keys";
import { problemCounts } from "./problems";
import { SidePanes, ViewChoice, type View } from "./SidePanes";
import { useFinding } from "./useFinding";
import { useObjectDeeds } from "./useObjectDeeds";
import type { PreviewState } from "./usePreview";
import type { useSaving } from "./useSaving";
import type { ScriptEditorHandle } from "./useScriptEditor";
import classes from "./editor.module.css";

export interface FrameProps {
  readonly handle: ScriptEditorHandle;
  readonly saving: ReturnType<typeof useSaving>;
  readonly preview: PreviewState;
}

/** The way of a tried call through the tree. */
export interface TrialMarks {
  readonly path: ReadonlySet<string>;
  /** The object it is at. */
  readonly present: string | null;
}

/** The tree on the left, what belongs to it on the right; on a narrow screen one at a time. */
export function EditorFrame({ handle, saving, preview }: FrameProps) {
  const { t } = useWording();
  const { state, draft, select, toggle, undo, redo } = handle;
  const { script, placed, exitsOf, edit, readOnly } = useEditor();
  const narrow = useMediaQuery("(max-width: 62em)", false, { getInitialValueInEffect: false });
  const [view, setView] = useState<View>(narrow ? "tree" : "form");
  const [marks, setMarks] = useState<TrialMarks | null>(null);
  const [session, dispatchTrial] = useReducer(sessionReducer, undefined, startSession);
  const finding = useFinding(script, draft.selected, select);
  const deeds = useObjectDeeds();
  const findBox = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const selected = useRef(draft.selected);
  useEffect(() => { selected.current = draft.selected; }, [draft.selected]);
  const problems = useMemo(() => problemCounts(script, placed, state.collapsed), [script, placed, state.collapsed]);

  const focusTree = (): void => { body.current?.querySelector<HTMLElement>("[role=tree]")?.focus(); };
  const focusForm = useCallback((): void => {
    setView("form");
    // Once the form is there.
    setTimeout(() => { body.current?.querySelector<HTMLElement>("[data-pane=form] :is(input, textarea)")?.focus(); }, 50);
  }, []);
  // On a narrow screen the form is another view: a second tap goes there.
  const choose = useCallback((key: string): void => {
    if (narrow && key === selected.current) {
      setView("form");
    }
    select(key);
  }, [narrow, select]);
  const commands: TreeCommands = {
    select: choose, toggle, edit: focusForm,
    move: (id, place) => { edit((s) => move(s, id, place), { select: id }); },
    key: (event) => {
      const name = deedOfKey(event);
      switch (name) {
        case undefined: return false;
        case "undo": undo(); return true;
        case "redo": redo(); return true;
        case "find": findBox.current?.focus(); findBox.current?.select(); return true;
        case "save": saving.save(); return true;
        default: {
          const deed = deeds.find((one) => one.name === name);
          if (deed && !deed.disabled) {
            deed.run();
          }
          return true;
        }
      }
    },
  };
  const showTree = !narrow || view === "tree";
  return (
    <div className={classes.editor}>
      <EditorBar
        handle={handle} saving={saving} finding={finding} findBox={findBox} onLeaveFind={focusTree}
        onCollapse={(all) => { handle.dispatch({ kind: "collapse", keys: all ? closableRows(script, exitsOf) : [] }); }}
      />
      <SaveProblem saving={saving} reached={preview.reached} />
      {narrow && <ViewChoice view={view} narrow onChange={setView} />}
      <div className={classes.body} ref={body}>
        {showTree && (
          <div className={classes.tree}>
            <ScriptTree
              label={t("tree.label")} script={script} selected={draft.selected} collapsed={state.collapsed} exitsOf={exitsOf} commands={commands}
              rowHeight={narrow ? 44 : 34} problems={problems} found={finding.found} path={marks?.path} present={marks?.present} fixed={readOnly}
            />
          </div>
        )}
        {(!narrow || view !== "tree") && (
          <SidePanes view={view === "tree" ? "form" : view} narrow={narrow} handle={handle} preview={preview} onView={setView}
            trial={{ session, dispatch: dispatchTrial, onMarks: setMarks }}
          />
        )}
      </div>
      <ConflictDialog
        theirs={saving.conflict?.value ?? null} mine={valueOf(script)} saving={saving.saving} onOverwrite={saving.overwrite}
        onTakeTheirs={saving.takeTheirs} onClose={saving.dismiss}
      />
      <UnsavedDialog dirty={saving.dirty} />
    </div>
  );
}
