import { Center, Loader, SegmentedControl } from "@mantine/core";
import { lazy, Suspense, type Dispatch } from "react";
import { SidePane } from "../form/SidePane";
import { useWording } from "../words";
import type { Session, SessionAction } from "../trial/session";
import type { TrialMarks } from "./EditorFrame";
import type { PreviewState } from "./usePreview";
import type { ScriptEditorHandle } from "./useScriptEditor";
import classes from "./editor.module.css";

export type View = "tree" | "form" | "text" | "trial";

// The text editor and the trial are large, and many visits need neither.
const TextPane = lazy(() => import("../text/TextPane"));
const TrialPane = lazy(() => import("../trial/TrialPane"));

interface Props {
  readonly view: Exclude<View, "tree">;
  readonly narrow: boolean;
  readonly handle: ScriptEditorHandle;
  readonly preview: PreviewState;
  readonly onView: (view: View) => void;
  readonly trial: { readonly session: Session; readonly dispatch: Dispatch<SessionAction>; readonly onMarks: (marks: TrialMarks | null) => void };
}

export function ViewChoice({ view, narrow, onChange }: { view: View; narrow: boolean; onChange: (view: View) => void }) {
  const { t } = useWording();
  const views: View[] = narrow ? ["tree", "form", "text", "trial"] : ["form", "text", "trial"];
  return (
    <SegmentedControl
      fullWidth aria-label={t("views.label")} value={view} data={views.map((one) => ({ value: one, label: t(`views.${one}`) }))}
      onChange={(next) => { onChange(next as View); }}
    />
  );
}

/** What belongs to the tree: the form of the selected object, the text of the script, or a trial call. */
export function SidePanes({ view, narrow, handle, preview, onView, trial }: Props) {
  return (
    <div className={classes.side}>
      {!narrow && <ViewChoice view={view} narrow={false} onChange={onView} />}
      <div className={classes.pane} data-pane={view}>
        <Suspense fallback={<Center h="100%"><Loader /></Center>}>
          {view === "form" && <div className={classes.scroll}><SidePane /></div>}
          {view === "text" && <TextPane handle={handle} preview={preview} />}
          {view === "trial" && <TrialPane session={trial.session} dispatch={trial.dispatch} onMarks={trial.onMarks} />}
        </Suspense>
      </div>
    </div>
  );
}
